package eu.jalon.simulation;

import eu.jalon.directory.Person;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Judges what a round planned, against the table said by hand: everybody whom an item concerns was
 * told at its stage, is told today, or it is on record why not and the reason is true; and nothing
 * else is planned.
 */
final class RoundCheck {

  private static final int MOVE_TOLD_WITHIN = 14;

  private record Promise(String item, PersonId person) {}

  private final SimulationCalendar days;
  private final SimulatedPeople people;
  private final ReminderHistory memory;
  private final Set<String> rules;

  RoundCheck(
      SimulationCalendar days, SimulatedPeople people, ReminderHistory memory, Set<String> rules) {
    this.days = days;
    this.people = people;
    this.memory = memory;
    this.rules = rules;
  }

  /**
   * Judges one round.
   *
   * @param fresh the reminders that this round wrote
   * @param all those of the whole day
   */
  void judge(RoundInput morning, List<DatabaseSnapshot.Row> fresh, List<DatabaseSnapshot.Row> all) {
    Map<String, OpenItem> items = morning.byId();
    for (DatabaseSnapshot.Row row : fresh) {
      explained(row, items.get(row.item()), morning);
      if (row.suppressed() != null) {
        memory.withheld(row);
      }
    }
    Set<Promise> promised = new HashSet<>();
    all.stream()
        .filter(row -> row.email() != null && row.person() != null)
        .forEach(row -> promised.add(new Promise(row.item(), row.person())));
    morning.items().forEach(item -> complete(item, morning, promised));
  }

  private void explained(DatabaseSnapshot.Row row, OpenItem item, RoundInput morning) {
    require((row.email() == null) != (row.suppressed() == null), row, "is neither told nor held");
    require(row.rule() != null && rules.contains(row.rule()), row, "names no rule of the table");
    require(item != null && row.due().equals(item.due()), row, "is about nothing that is open");
    Person person = row.person() == null ? null : people.get(row.person());
    if (row.suppressed() != null) {
      require(
          morning.holds(row.suppressed(), item, person, row.recipientRole(), days),
          row,
          "is held back for a reason that is not true: " + row.suppressed());
    }
    if (row.stage() == ReminderStage.MOVED) {
      require(
          row.recipientRole() == RecipientRole.INFORMED
              && item.movedOn() != null
              && !item.movedOn().isBefore(morning.day().minusDays(MOVE_TOLD_WITHIN)),
          row,
          "tells of a date that did not move lately");
      return;
    }
    ExpectedStage stage = stage(item, morning).orElse(null);
    require(
        stage != null && stage.stage() == row.stage(), row, "is not the stage reached: " + stage);
    require(
        morning.circles().concerned(item, stage).stream()
            .filter(concern -> concern.recipientRole() == row.recipientRole())
            .filter(concern -> concern.reached() || row.suppressed() != null)
            .anyMatch(concern -> Objects.equals(concern.person(), person)),
        row,
        "does not concern him");
  }

  private Optional<ExpectedStage> stage(OpenItem item, RoundInput morning) {
    return Optional.ofNullable(item.due())
        .flatMap(
            due ->
                ExpectedStage.of(
                    item,
                    days.between(
                        morning.day(), item.remindedFor(due, morning.day()), item.party())));
  }

  private void complete(OpenItem item, RoundInput morning, Set<Promise> promised) {
    stage(item, morning)
        .ifPresent(
            stage ->
                morning
                    .circles()
                    .concerned(item, stage)
                    .forEach(concern -> answered(item, stage, concern, morning, promised)));
    if (item.due() != null
        && item.movedOn() != null
        && !item.movedOn().isBefore(morning.day().minusDays(MOVE_TOLD_WITHIN))) {
      morning.circles().owners(item).stream()
          .filter(ExpectedRecipients.Concern::reached)
          .forEach(owner -> knowsOfTheMove(item, owner, morning, promised));
    }
  }

  private void answered(
      OpenItem item,
      ExpectedStage stage,
      ExpectedRecipients.Concern concern,
      RoundInput morning,
      Set<Promise> promised) {
    Person person = concern.person();
    PersonId id = person == null ? null : person.id();
    ReminderHistory.Trace trace =
        new ReminderHistory.Trace(about(item), id, concern.recipientRole(), stage.stage());
    boolean told =
        memory
            .lastTold(trace)
            .filter(
                last ->
                    stage.repeat() == 0
                        || days.between(last, morning.day(), SimulatedPeople.partyOf(person))
                            < stage.repeat())
            .isPresent();
    if (told
        || promised.contains(new Promise(item.id(), id))
        || isHeld(trace, item, person, morning)) {
      return;
    }
    throw new AssertionError(
        "%s: %s is at %s, and %s hears nothing of it as %s; on record for him: %s, last told %s"
            .formatted(
                morning.day(),
                item,
                stage,
                id == null ? "nobody" : id,
                concern.recipientRole(),
                memory.reasons(trace),
                memory.lastTold(trace).map(LocalDate::toString).orElse("never")));
  }

  private boolean isHeld(
      ReminderHistory.Trace trace, OpenItem item, Person person, RoundInput morning) {
    for (Suppression why : memory.reasons(trace)) {
      if (morning.holds(why, item, person, trace.recipientRole(), days)) {
        return true;
      }
    }
    return false;
  }

  private void knowsOfTheMove(
      OpenItem item, ExpectedRecipients.Concern owner, RoundInput morning, Set<Promise> promised) {
    Person person = owner.person();
    ReminderHistory.Trace moved =
        new ReminderHistory.Trace(
            about(item), person.id(), RecipientRole.INFORMED, ReminderStage.MOVED);
    if (!memory.knows(about(item), person.id())
        && !promised.contains(new Promise(item.id(), person.id()))
        && !isHeld(moved, item, person, morning)) {
      throw new AssertionError(
          "%s: %s has another date since %s, and %s was not told; on record for him: %s"
              .formatted(morning.day(), item, item.movedOn(), person.id(), memory.reasons(moved)));
    }
  }

  static ReminderHistory.About about(OpenItem item) {
    return new ReminderHistory.About(item.id(), item.due());
  }

  private static void require(boolean condition, DatabaseSnapshot.Row row, String fault) {
    if (!condition) {
      throw new AssertionError(row + " " + fault);
    }
  }
}
