package eu.jalon.simulation;

import eu.jalon.TestParties;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.directory.Person;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.List;

/**
 * What the coordinators do with single commitments: how much they matter, and whether they go on.
 */
final class SimulatedCoordinators {

  private static final int VACANT_AT_MOST = 50;

  private final CommitmentActions acts;
  private final SimulatedPeople people;
  private final SeededRandom dice;
  private final SimulationFigures figures;

  SimulatedCoordinators(
      CommitmentActions acts,
      SimulatedPeople people,
      SeededRandom dice,
      SimulationFigures figures) {
    this.acts = acts;
    this.people = people;
    this.dice = dice;
    this.figures = figures;
  }

  /**
   * Acts on some of the commitments in progress.
   *
   * @param wanted how many there should be
   */
  void act(RoundInput morning, List<DatabaseSnapshot.Running> running, int wanted) {
    Person coordinator = people.get(new PersonId("coord-be"));
    if (running.isEmpty()) {
      return;
    }
    DatabaseSnapshot.Running one = dice.pick(running);
    if (running.size() > wanted || dice.falls(1 / 200.0)) {
      acts.withdraw(one.ref(), "Les deux pays y renoncent.", coordinator);
      figures.count("answers", SimulatedAction.WITHDREW_A_COMMITMENT);
    } else if (dice.falls(1 / 200.0)) {
      acts.split(one.ref(), Texts.text("Une partie", "Een deel"), "Deux enceintes.", coordinator);
      figures.count("answers", SimulatedAction.SPLIT_A_COMMITMENT);
    } else if (dice.falls(1 / 12.0)) {
      Priority other = one.priority() == Priority.HIGH ? Priority.NORMAL : Priority.HIGH;
      acts.prioritise(one.ref(), other, "Les cabinets y tiennent.", coordinator);
      figures.count("answers", SimulatedAction.GAVE_PRIORITY);
    }
    morning.items().stream()
        .filter(item -> item.ministry().equals(SimulatedPeople.VACANT))
        .filter(item -> isLongOverdue(item, morning.day()))
        .findFirst()
        .ifPresent(this::giveAway);
  }

  private static boolean isLongOverdue(OpenItem item, LocalDate today) {
    return item.due() != null && item.due().plusDays(VACANT_AT_MOST).isBefore(today);
  }

  private void giveAway(OpenItem item) {
    try {
      acts.reassign(
          item.ref(),
          dice.pick(people.leads(TestParties.FR)),
          "Le poste reste vacant.",
          people.get(new PersonId("coord-fr")));
      figures.count("answers", SimulatedAction.GAVE_A_LEAD_TO_ANOTHER);
    } catch (ValidationError waiting) {
      figures.count("refusals met", waiting.key());
    }
  }
}
