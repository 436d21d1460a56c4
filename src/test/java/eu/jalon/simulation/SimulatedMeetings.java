package eu.jalon.simulation;

import eu.jalon.TestParties;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Person;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.transition.MeetingClosing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The summits of the decade: they move, are held about every eighteen months, and bring more. */
final class SimulatedMeetings {

  private static final int ASKED_BEFORE = 30;
  private static final int APART = 545;

  private final ApplicationServices desk;
  private final SimulatedPeople people;
  private final SeededRandom dice;
  private final SimulationFigures figures;
  private final Person coordinator;
  private Theme theme;
  private boolean asked;
  private boolean begun;

  SimulatedMeetings(
      ApplicationServices desk,
      SimulatedPeople people,
      SeededRandom dice,
      SimulationFigures figures) {
    this.desk = desk;
    this.people = people;
    this.dice = dice;
    this.figures = figures;
    this.coordinator = people.get(new PersonId("coord-be"));
    this.theme = themeOf(new MeetingId("VD2023"));
  }

  private Theme themeOf(MeetingId meeting) {
    Theme added = new Theme(meeting, 9, Texts.text("Suites", "Vervolg"));
    desk.summits().add(added);
    return added;
  }

  /** Lets the next summit move, or take place. */
  void act(LocalDate today) {
    Meeting next = desk.summits().next(Meetings.DEFAULT_SERIES).orElseThrow();
    LocalDate date = next.date();
    if (!begun) {
      begun = true;
      move(next, LocalDate.of(2028, 6, 15));
    } else if (date == null) {
      if (dice.falls(0.06)) {
        move(next, today.plusDays(dice.between(150, 300)));
      }
    } else if (date.isBefore(today)) {
      close(next, date);
    } else if (!asked && date.isBefore(today.plusDays(ASKED_BEFORE))) {
      desk.closing().prepare(next.id(), coordinator);
      asked = true;
      figures.count("answers", SimulatedAction.ASKED_ABOUT_THE_CLOSING);
    } else if (!asked && date.isAfter(today.plusDays(60)) && dice.falls(1 / 130.0)) {
      moveSomewhere(next, date, today);
    }
  }

  private void moveSomewhere(Meeting next, LocalDate date, LocalDate today) {
    if (dice.falls(0.15)) {
      desk.move().move(next.id(), null, next.version(), "Une élection.", coordinator);
      figures.count("answers", SimulatedAction.POSTPONED_THE_SUMMIT);
      return;
    }
    LocalDate to = date.plusDays(dice.between(-50, 60));
    if (to.isAfter(today.plusDays(35)) && !to.equals(date)) {
      move(next, to);
    }
  }

  private void move(Meeting next, LocalDate to) {
    desk.move().move(next.id(), to, next.version(), "Les agendas ont changé.", coordinator);
    figures.count("answers", SimulatedAction.MOVED_THE_SUMMIT);
  }

  private void close(Meeting held, LocalDate on) {
    LocalDate date = on.plusDays(APART + dice.between(-30, 30));
    int year = Integer.parseInt(held.id().value().substring(2));
    MeetingId next = new MeetingId("VD" + Math.max(year + 1, date.getYear()));
    MeetingClosing.Outcome outcome =
        desk.closing()
            .close(
                held.id(),
                on,
                new MeetingClosing.NextMeeting(next, Texts.text("Le suivant", null), date, null),
                coordinator);
    outcome.carriedOver().forEach(ref -> figures.count("totals", "commitments carried over"));
    outcome.withdrawn().forEach(ref -> figures.count("totals", "commitments ended at a closing"));
    figures.count("answers", SimulatedAction.CLOSED_THE_SUMMIT);
    theme = themeOf(held.id());
    asked = false;
  }

  /** Enters as many commitments as are missing, after the last position of their theme. */
  void enter(int missing, LocalDate today, DatabaseSnapshot tables) {
    int last = tables.lastPosition(theme.meeting(), theme.number());
    List<NewCommitment> entered = new ArrayList<>();
    for (int i = 1; i <= missing; i++) {
      entered.add(commitment(last + i, today));
      figures.count("answers", SimulatedAction.ENTERED_A_COMMITMENT);
    }
    desk.register().enter(entered, coordinator.id());
  }

  private NewCommitment commitment(int position, LocalDate today) {
    Track track = dice.pick(List.of(Track.values()));
    MinistryCode fr =
        dice.falls(0.05) ? SimulatedPeople.VACANT : dice.pick(people.leads(TestParties.FR));
    return new NewCommitment(
        CommitmentRef.of(theme.meeting(), theme.number(), position),
        Texts.text("Étape " + position, dice.falls(0.5) ? "Stap " + position : null),
        null,
        track,
        TestParties.leads(
            dice.pick(people.leads(TestParties.BE)), fr, dice.pick(TestParties.BOTH), List.of()),
        DeadlineRule.parse(deadline(track, today)),
        null,
        null);
  }

  private String deadline(Track track, LocalDate today) {
    String rule =
        dice.falls(0.7)
            ? dice.pick(List.of("S-10", "S-20wd", "S-30", "S-45", "S-60", "S-90"))
            : today.plusDays(dice.between(20, 420)).toString();
    boolean interval = track == Track.STANDING_COOPERATION && dice.falls(0.6);
    return Optional.of(rule).filter(r -> interval).map(r -> r + "/P2M").orElse(rule);
  }
}
