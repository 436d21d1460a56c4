package eu.jalon.directory;

import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.util.Optional;
import java.util.Set;

/**
 * The part of the register that a person may see, made by {@link Viewers}: the series of the
 * person's party; in them all commitments for a coordinator, and for a focal point those that the
 * ministry leads or is associated with.
 *
 * @param series the ids of the series; empty if there is no other series
 * @param only the ministry that restricts the view; empty if there is no restriction
 */
public record Viewer(Optional<Set<String>> series, Optional<MinistryCode> only) {

  /** The view of the application itself. */
  public static final Viewer EVERYTHING = new Viewer(Optional.empty(), Optional.empty());

  public Viewer {
    series = series.map(Set::copyOf);
  }

  /** Returns whether a series is part of the view. */
  public boolean sees(String id) {
    return series.map(own -> own.contains(id)).orElse(true);
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
