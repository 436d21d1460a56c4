package eu.jalon.simulation;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Lives through the days one by one: the round, the emails, what people do, and its judgement. */
final class Simulation {

  /** So many commitments are in progress at the same time. */
  static final int REGISTER = 51;

  private static final List<Integer> LATER = List.of(13, 17);

  private final SimulationClock world;
  private final ApplicationServices desk;
  private final DatabaseSnapshot tables;
  private final RecordingRelay relay;
  private final SimulationCalendar days = new SimulationCalendar();
  private final SimulationFigures figures = new SimulationFigures();
  private final ReminderHistory memory = new ReminderHistory();
  private final SeededRandom dice;
  private final SimulatedPeople people;
  private final RoundCheck rounds;
  private final EmailCheck emails;
  private final DeadlineCheck deadlines;
  private final SimulatedFocalPoints workers;
  private final SimulatedAbsences habits;
  private final FailingMailboxes mailboxes;
  private final SimulatedCoordinators coordination;
  private final SimulatedMeetings summitry;
  private int downFor;
  private long lastRow;

  Simulation(
      SimulationClock world,
      ApplicationServices desk,
      DatabaseSnapshot tables,
      RecordingRelay relay,
      SimulatedPeople people,
      Set<String> rules,
      long seed) {
    this.world = world;
    this.desk = desk;
    this.tables = tables;
    this.relay = relay;
    this.people = people;
    this.dice = new SeededRandom(seed);
    this.rounds = new RoundCheck(days, people, memory, rules);
    this.emails = new EmailCheck(days, people, memory, relay, figures);
    this.deadlines = new DeadlineCheck(days, people, memory);
    this.workers = new SimulatedFocalPoints(desk, people, days, memory, dice, figures);
    this.habits = new SimulatedAbsences(desk.availability(), people, dice, figures);
    this.mailboxes = new FailingMailboxes(relay, desk.refusals(), people, dice, figures);
    this.coordination = new SimulatedCoordinators(desk.acts(), people, dice, figures);
    this.summitry = new SimulatedMeetings(desk, people, dice, figures);
  }

  SimulationFigures figures() {
    return figures;
  }

  void live(LocalDate first, LocalDate last) {
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      figures.count("totals", "days");
      if (SimulationCalendar.isClockChange(day)) {
        night(day);
      }
      if (downFor == 0 && dice.falls(1 / 60.0)) {
        downFor = dice.between(1, 5);
      }
      if (downFor > 0) {
        downFor--;
        figures.count("totals", "days without a server");
      } else {
        day(day);
      }
    }
  }

  /** The instants around the hour that is missing or comes twice: nothing happens at any. */
  private void night(LocalDate day) {
    relay.away(false);
    for (int minutes = 15; minutes <= 120; minutes += 15) {
      world.moveTo(day.atStartOfDay().plusMinutes(minutes).toInstant(ZoneOffset.UTC), tables);
      world.timers();
      if (world.tick().isPresent() || world.dispatch() != 0) {
        throw new AssertionError(
            "%s: a round or emails in the night of the clock change".formatted(day));
      }
    }
    figures.count("totals", "clock changes");
  }

  private void day(LocalDate day) {
    relay.away(dice.falls(1 / 40.0) || SimulationCalendar.isClockChange(day.plusDays(2)));
    world.moveTo(day, 9, tables);
    world.timers();
    RoundInput morning = morning(day, Set.of());
    boolean ran = world.tick().isPresent();
    if (ran != days.isWorkingSomewhere(day)) {
      throw new AssertionError("%s: the round %s".formatted(day, ran ? "ran" : "did not run"));
    }
    if (ran) {
      figures.count("totals", "rounds");
      figures.count("totals", relay.isAway() ? "rounds without a relay" : "rounds with a relay");
      deadlines.morning(morning);
      judgeRound(morning);
    }
    dispatch(day);
    if (!ran) {
      return;
    }
    act(morning);
    for (int hour : LATER) {
      if (tables.waiting() > 0) {
        world.moveTo(day, hour, tables);
        dispatch(day);
      }
    }
    evening(morning);
  }

  private RoundInput morning(LocalDate day, Set<PersonId> written) {
    Set<EmailAddress> refused = desk.refusals().all().keySet();
    return new RoundInput(
        day,
        tables.open(),
        new ExpectedRecipients(day, people, desk.availability(), refused),
        written);
  }

  private void judgeRound(RoundInput morning) {
    List<DatabaseSnapshot.Row> all = tables.reminders(morning.day());
    List<DatabaseSnapshot.Row> fresh = all.stream().filter(row -> row.id() > lastRow).toList();
    fresh.stream()
        .map(DatabaseSnapshot.Row::suppressed)
        .filter(Objects::nonNull)
        .forEach(figures::held);
    lastRow = all.stream().mapToLong(DatabaseSnapshot.Row::id).max().orElse(lastRow);
    rounds.judge(morning, fresh, all);
    emails.planned(morning, fresh);
  }

  private void dispatch(LocalDate day) {
    world.dispatch();
    List<RecordingRelay.Sent> sent = relay.drain();
    if (!sent.isEmpty()) {
      emails.sent(day, sent, tables.reminders(day), tables.dueDates());
    }
  }

  private void act(RoundInput morning) {
    LocalDate day = morning.day();
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return;
    }
    workers.act(morning);
    habits.live(day);
    mailboxes.fail(day);
    summitry.act(day);
    List<DatabaseSnapshot.Running> running = tables.running();
    coordination.act(morning, running, REGISTER);
    if (running.size() < REGISTER) {
      summitry.enter(REGISTER - running.size(), day, tables);
    }
    if (dice.falls(1 / 25.0)) {
      again(day);
    }
  }

  private void again(LocalDate day) {
    Set<PersonId> written =
        tables.emails(day).stream()
            .map(DatabaseSnapshot.EmailRow::person)
            .collect(Collectors.toSet());
    RoundInput now = morning(day, written);
    world.again(day);
    figures.count("answers", SimulatedAction.RAN_THE_ROUND_AGAIN);
    judgeRound(now);
  }

  private void evening(RoundInput morning) {
    LocalDate day = morning.day();
    List<OpenItem> open = tables.open();
    List<DatabaseSnapshot.Row> rows = tables.reminders(day);
    emails.evening(day, tables.emails(day), rows, open);
    if (!relay.isAway()) {
      deadlines.evening(
          morning, rows, open.stream().collect(Collectors.toMap(OpenItem::id, item -> item)));
    }
    tables.forgetMessages(day);
    figures.count("totals", "working days lived");
  }
}
