package eu.jalon.simulation;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people do about the items they were told of: each item meets a temper of its own. */
final class SimulatedFocalPoints {

  /** How soon an item is done by those who have to. */
  private enum Temper {
    PROMPT,
    SLOW,
    LATE,
    FORGOTTEN
  }

  private static final List<Temper> TEMPERS = List.of(Temper.values());

  /** What two people can do at once, or what the other side did meanwhile. */
  private static final Set<String> EXPECTED =
      Set.of(
          "request.pending",
          "request.same",
          "request.sameDeadline",
          "request.leadOnly",
          "request.past",
          "commitment.closed",
          "commitment.unknown",
          "actionItem.closed",
          "actionItem.unknown",
          "actionItem.notYours");

  private final ApplicationServices desk;
  private final SimulatedPeople people;
  private final SimulationCalendar days;
  private final ReminderHistory memory;
  private final FormFiller forms;
  private final SeededRandom dice;
  private final SimulationFigures figures;
  private final Map<String, Temper> tempers = new HashMap<>();
  private final Map<String, Integer> wakesAfter = new HashMap<>();

  SimulatedFocalPoints(
      ApplicationServices desk,
      SimulatedPeople people,
      SimulationCalendar days,
      ReminderHistory memory,
      SeededRandom dice,
      SimulationFigures figures) {
    this.desk = desk;
    this.people = people;
    this.days = days;
    this.memory = memory;
    this.forms = new FormFiller(dice, figures);
    this.dice = dice;
    this.figures = figures;
  }

  void act(RoundInput morning) {
    for (OpenItem item : morning.items()) {
      Temper temper = tempers.computeIfAbsent(item.id(), id -> temper());
      int wakes = wakesAfter.computeIfAbsent(item.id(), id -> dice.between(5, 45));
      LocalDate today = morning.day();
      if (item.due() == null
          || !days.isWorking(today, item.party())
          || !memory.wasTold(RoundCheck.about(item), today)) {
        continue;
      }
      Role role = item.step().byCoordination() ? Role.COORDINATOR : Role.FOCAL_POINT;
      List<Person> present = morning.circles().present(item.ministry(), role);
      Person actor =
          present.stream()
              .filter(person -> person.id().equals(item.assignee()))
              .findFirst()
              .orElseGet(() -> present.isEmpty() ? null : dice.pick(present));
      if (actor == null) {
        continue;
      }
      int overdue = -days.between(today, item.due(), item.party());
      if (dice.falls(eagerness(temper, overdue, wakes))) {
        tolerant(() -> answer(item, actor, today));
      } else {
        figures.count("answers", SimulatedAction.IGNORED_IT);
      }
    }
  }

  private Temper temper() {
    return dice.weigh(TEMPERS, 70, 19, 9, 2);
  }

  private static double eagerness(Temper temper, int overdue, int wakes) {
    return switch (temper) {
      case PROMPT -> 0.45;
      case SLOW -> overdue > 8 ? 0.3 : 0.12;
      case LATE -> overdue > wakes ? 0.3 : 0;
      case FORGOTTEN -> overdue > 60 ? 0.1 : 0;
    };
  }

  private void answer(OpenItem item, Person actor, LocalDate today) {
    int kind = dice.between(1, 100);
    boolean lead = item.lead(item.party()).equals(item.ministry());
    if (kind <= (item.step().byCoordination() ? 88 : 62)) {
      complete(item, actor);
    } else if (kind <= 74) {
      LocalDate until = days.plus(today, dice.between(1, 10), item.party());
      desk.answers().pause(item.id(), until, actor);
      figures.count("answers", SimulatedAction.SAID_I_AM_ON_IT);
    } else if (kind <= 84 && lead) {
      desk.acts().extend(item.ref(), later(item, today), "Il nous faut plus de temps.", actor);
      figures.count("answers", SimulatedAction.ASKED_FOR_TIME);
    } else if (kind <= 90 && lead) {
      MinistryCode to = dice.pick(people.leads(item.party()));
      desk.acts().reassign(item.ref(), to, "Ce n’est pas notre compétence.", actor);
      figures.count("answers", SimulatedAction.SAID_NOT_OURS);
    } else if (item.assignee() == null) {
      desk.tasks().claim(item.id(), actor.id().value());
      figures.count("answers", SimulatedAction.TOOK_IT_ALONE);
    }
  }

  private DeadlineRule later(OpenItem item, LocalDate today) {
    LocalDate from = item.due() == null || item.isOverdue(today) ? today : item.due();
    return DeadlineRule.parse(
        dice.falls(0.4)
            ? "S-" + dice.between(5, 40)
            : from.plusDays(dice.between(20, 150)).toString());
  }

  private void complete(OpenItem item, Person actor) {
    Map<String, String> fields = forms.fill(item.step());
    try {
      desk.items().complete(item.id(), fields, actor);
    } catch (ValidationError past) {
      if (!past.key().equals("request.past")) {
        throw past;
      }
      desk.items().complete(item.id(), FormFiller.refuse("Cette date est passée."), actor);
    }
    forms.count(item.step(), fields);
    figures.count("totals", "items completed");
  }

  private void tolerant(Runnable act) {
    try {
      act.run();
    } catch (ValidationError refusal) {
      if (!EXPECTED.contains(refusal.key())) {
        throw refusal;
      }
      figures.count("refusals met", refusal.key());
    }
  }
}
