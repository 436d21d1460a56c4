package eu.jalon.nudge;

import eu.jalon.directory.Person;
import eu.jalon.register.ActionItem;
import eu.jalon.register.ActionItemView;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PersonId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reason to write to somebody about an action item today, or the reason why nobody is. */
record Nudge(
    ActionItemView view,
    DueDate due,
    Stage stage,
    Audience audience,
    @Nullable Person person,
    @Nullable Suppression suppression) {

  ActionItem item() {
    return view.item();
  }

  Optional<Person> recipient() {
    return Optional.ofNullable(person);
  }

  Optional<Suppression> suppressed() {
    return Optional.ofNullable(suppression);
  }

  /** What earlier nudges of the same kind are recorded under. */
  Trace trace() {
    return new Trace(item().id(), due, person == null ? null : person.id(), audience);
  }

  /** An item with its due date as one person hears of it; a new due date starts a new ladder. */
  record Trace(String actionItemId, DueDate due, @Nullable PersonId person, Audience audience) {}
}
