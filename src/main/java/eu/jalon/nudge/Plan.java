package eu.jalon.nudge;

import eu.jalon.directory.Person;
import eu.jalon.directory.WorkingDays;
import eu.jalon.register.ActionItem;
import eu.jalon.register.ActionItemView;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A round in the making: decides, slice by slice, who hears of which item, and why not. */
final class Plan {

  private final LocalDate today;
  private final Recipients recipients;
  private final WorkingDays calendar;
  private final Set<PersonId> alreadyWritten;

  private final Map<Person, List<Nudge>> given = new LinkedHashMap<>();
  private final List<Nudge> newlySuppressed = new ArrayList<>();
  private final Map<Suppression, Integer> suppressed = new EnumMap<>(Suppression.class);

  Plan(LocalDate today, Recipients recipients, WorkingDays calendar, Set<PersonId> alreadyWritten) {
    this.today = today;
    this.recipients = recipients;
    this.calendar = calendar;
    this.alreadyWritten = alreadyWritten;
  }

  void add(List<ActionItemView> slice, Earlier earlier) {
    for (ActionItemView view : slice) {
      view.item()
          .dueOn()
          .ifPresent(
              due ->
                  Cadence.reached(due, today).ifPresent(stage -> add(view, due, stage, earlier)));
    }
  }

  private void add(ActionItemView view, DueDate due, Stage stage, Earlier earlier) {
    ActionItem item = view.item();
    List<Person> owners = recipients.owners(item);
    add(view, due, stage, Audience.OWNER, owners, earlier);
    if (Cadence.coordinatorsHear(due, today)) {
      List<Person> coordinators = recipients.coordinatorsOf(item.ministry().country());
      List<Person> others = coordinators.stream().filter(each -> !owners.contains(each)).toList();
      if (coordinators.isEmpty() || !others.isEmpty()) {
        add(view, due, stage, Audience.COORDINATOR, others, earlier);
      }
    }
  }

  private void add(
      ActionItemView view,
      DueDate due,
      Stage stage,
      Audience audience,
      List<Person> people,
      Earlier earlier) {
    if (people.isEmpty()) {
      record(new Nudge(view, due, stage, audience, null, Suppression.NO_RECIPIENT), earlier);
    }
    for (Person person : people) {
      Suppression reason = whyNot(person).orElse(null);
      Nudge nudge = new Nudge(view, due, stage, audience, person, reason);
      if (Cadence.isNew(stage, earlier.given(nudge.trace()))) {
        record(nudge, earlier);
      }
    }
  }

  /**
   * Tells the owners of items whose date moved, once for each date, what they do not hear anyway.
   */
  void inform(List<ActionItemView> slice, Earlier earlier) {
    for (ActionItemView view : slice) {
      view.item().dueOn().ifPresent(due -> inform(view, due, earlier));
    }
  }

  private void inform(ActionItemView view, DueDate due, Earlier earlier) {
    for (Person person : recipients.owners(view.item())) {
      Suppression reason = whyNot(person).orElse(null);
      Nudge told = new Nudge(view, due, Stage.MOVED, Audience.INFORMED, person, reason);
      Nudge reminded = new Nudge(view, due, Stage.MOVED, Audience.OWNER, person, null);
      boolean heard =
          !earlier.given(told.trace()).isEmpty() || !earlier.given(reminded.trace()).isEmpty();
      boolean hears =
          given.getOrDefault(person, List.of()).stream()
              .anyMatch(nudge -> nudge.item().id().equals(view.item().id()));
      if (!heard && !hears) {
        record(told, earlier);
      }
    }
  }

  private Optional<Suppression> whyNot(Person person) {
    if (person.address().isEmpty()) {
      return Optional.of(Suppression.NO_ADDRESS);
    }
    if (!calendar.isWorkingDay(today, Recipients.countryOf(person))) {
      return Optional.of(Suppression.DAY_OFF);
    }
    return alreadyWritten.contains(person.id())
        ? Optional.of(Suppression.ALREADY_WRITTEN)
        : Optional.empty();
  }

  private void record(Nudge nudge, Earlier earlier) {
    nudge
        .suppressed()
        .ifPresentOrElse(
            reason -> {
              suppressed.merge(reason, 1, Integer::sum);
              if (!earlier.holds(nudge)) {
                newlySuppressed.add(nudge);
              }
            },
            () ->
                given
                    .computeIfAbsent(nudge.recipient().orElseThrow(), person -> new ArrayList<>())
                    .add(nudge));
  }

  /** What each person hears of in his letter of the day. */
  Map<Person, List<Nudge>> given() {
    return given;
  }

  /** Suppressed nudges that are not on record yet. */
  List<Nudge> newlySuppressed() {
    return newlySuppressed;
  }

  NudgeReport report() {
    int nudges = given.values().stream().mapToInt(List::size).sum();
    return new NudgeReport(today, given.size(), nudges, suppressed);
  }
}
