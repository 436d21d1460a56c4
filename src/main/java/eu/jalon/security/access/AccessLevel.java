package eu.jalon.security.access;

import eu.jalon.directory.Role;
import eu.jalon.shared.ValidationError;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** For whom a door is, and what the others are told. */
public enum AccessLevel {
  NOBODY,
  ANYBODY,
  SIGNED_IN,
  /** Those whom the register is for. */
  REGISTER,
  COORDINATORS,
  /** Those who look after people. */
  DIRECTORY,
  ADMINISTRATORS;

  Optional<ValidationError> refusal() {
    return switch (this) {
      case NOBODY, ANYBODY, SIGNED_IN -> Optional.empty();
      case REGISTER -> Optional.of(ValidationError.forbidden("register.administrator"));
      case COORDINATORS, DIRECTORY ->
          Optional.of(ValidationError.forbidden("register.coordinatorOnly"));
      case ADMINISTRATORS -> Optional.of(ValidationError.forbidden("directory.administratorOnly"));
    };
  }

  public AuthorizationManager<RequestAuthorizationContext> manager() {
    return switch (this) {
      case NOBODY -> (person, request) -> new AuthorizationDecision(false);
      case ANYBODY -> (person, request) -> new AuthorizationDecision(true);
      case SIGNED_IN -> any(Role.values());
      case REGISTER -> any(Role.FOCAL_POINT, Role.COORDINATOR);
      case COORDINATORS -> any(Role.COORDINATOR);
      case DIRECTORY -> any(Role.COORDINATOR, Role.ADMINISTRATOR);
      case ADMINISTRATORS -> any(Role.ADMINISTRATOR);
    };
  }

  private static AuthorizationManager<RequestAuthorizationContext> any(Role... roles) {
    return AuthorityAuthorizationManager.hasAnyRole(
        Arrays.stream(roles).map(Role::name).toArray(String[]::new));
  }
}
