package eu.jalon.security.access;

import eu.jalon.directory.Role;
import eu.jalon.shared.ValidationError;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The roles that an access rule admits, and the error for all others. */
public enum AccessLevel {
  DENIED,
  PUBLIC,
  SIGNED_IN,
  /** Users of the register: focal points and coordinators. */
  REGISTER,
  COORDINATORS,
  /** Coordinators and administrators, who maintain the directory. */
  DIRECTORY,
  ADMINISTRATORS;

  Optional<ValidationError> error() {
    return switch (this) {
      case DENIED, PUBLIC, SIGNED_IN -> Optional.empty();
      case REGISTER -> Optional.of(ValidationError.forbidden("register.administrator"));
      case COORDINATORS, DIRECTORY ->
          Optional.of(ValidationError.forbidden("register.coordinatorOnly"));
      case ADMINISTRATORS -> Optional.of(ValidationError.forbidden("directory.administratorOnly"));
    };
  }

  public AuthorizationManager<RequestAuthorizationContext> manager() {
    return switch (this) {
      case DENIED -> (authentication, request) -> new AuthorizationDecision(false);
      case PUBLIC -> (authentication, request) -> new AuthorizationDecision(true);
      case SIGNED_IN -> hasAnyRole(Role.values());
      case REGISTER -> hasAnyRole(Role.FOCAL_POINT, Role.COORDINATOR);
      case COORDINATORS -> hasAnyRole(Role.COORDINATOR);
      case DIRECTORY -> hasAnyRole(Role.COORDINATOR, Role.ADMINISTRATOR);
      case ADMINISTRATORS -> hasAnyRole(Role.ADMINISTRATOR);
    };
  }

  private static AuthorizationManager<RequestAuthorizationContext> hasAnyRole(Role... roles) {
    return AuthorityAuthorizationManager.hasAnyRole(
        Arrays.stream(roles).map(Role::name).toArray(String[]::new));
  }
}
