package eu.jalon.directory;

import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.util.Optional;

/**
 * What of the register a person may see: a coordinator everything, a focal point what his ministry
 * leads or is associated with.
 */
public record Viewer(Optional<MinistryCode> only) {

  public static final Viewer EVERYTHING = new Viewer(Optional.empty());

  /** Refuses an administrator, who looks after people and settings. */
  public static Viewer of(Person person) {
    return switch (person.role()) {
      case COORDINATOR -> EVERYTHING;
      case FOCAL_POINT -> new Viewer(person.workplace());
      case ADMINISTRATOR -> throw ValidationError.forbidden("register.administrator");
    };
  }

  /** Refuses everybody but coordinators. */
  public static void requireCoordinator(Person person) {
    if (!person.is(Role.COORDINATOR)) {
      throw ValidationError.forbidden("register.coordinatorOnly");
    }
  }
}
