package eu.jalon.directory;

import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.util.Optional;

/**
 * The commitments that a person may see: all for a coordinator, and for a focal point those that
 * the ministry leads or is associated with.
 *
 * @param only the ministry that restricts the view; empty if there is no restriction
 */
public record Viewer(Optional<MinistryCode> only) {

  public static final Viewer EVERYTHING = new Viewer(Optional.empty());

  /**
   * Returns the view of a person.
   *
   * @throws ValidationError {@code register.administrator} for an administrator
   */
  public static Viewer of(Person person) {
    return switch (person.role()) {
      case COORDINATOR -> EVERYTHING;
      case FOCAL_POINT -> new Viewer(person.workplace());
      case ADMINISTRATOR -> throw ValidationError.forbidden("register.administrator");
    };
  }

  /**
   * Checks that the person is a coordinator.
   *
   * @throws ValidationError {@code register.coordinatorOnly} otherwise
   */
  public static void requireCoordinator(Person person) {
    if (!person.is(Role.COORDINATOR)) {
      throw ValidationError.forbidden("register.coordinatorOnly");
    }
  }
}
