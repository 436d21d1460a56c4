package eu.jalon.sample;

import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.EvidenceSchedule;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.commitment.process.DueTimers;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.OffsetClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays the history of the sample in the order of its days, each act with the clock set to its
 * time, so that the register and the engine hold what they would hold had it been used since.
 */
@Component
@Profile("demo")
class SampleHistory {

  private static final Duration EARLIER = Duration.ofDays(365);
  private static final LocalTime TIMERS = LocalTime.of(0, 30);
  private static final LocalTime ENTRIES = LocalTime.of(8, 30);
  private static final LocalTime ACTS = LocalTime.of(9, 0);

  private final SampleActs acts;
  private final CommitmentEntry commitmentEntry;
  private final DueTimers timers;
  private final Meetings meetings;
  private final WorkingDays calendar;
  private final OffsetClock clock;

  SampleHistory(
      SampleActs acts,
      CommitmentEntry commitmentEntry,
      DueTimers timers,
      Meetings meetings,
      WorkingDays calendar,
      OffsetClock clock) {
    this.acts = acts;
    this.commitmentEntry = commitmentEntry;
    this.timers = timers;
    this.meetings = meetings;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Something that happens at a time. */
  private record Moment(Instant at, Runnable happening) {}

  /** A commitment and the day on which it is entered. */
  private record Entered(
      LocalDate on, SampleFile.CommitmentEntry entry, NewCommitment commitment) {}

  /** Does something with the clock set to a day before all changes that are news. */
  void before(Runnable happening) {
    try {
      clock.moveTo(clock.instant().minus(EARLIER));
      happening.run();
    } finally {
      clock.reset();
    }
  }

  void play(SampleFile.Contents contents, SampleDay days) {
    List<Entered> entered = entered(contents, days);
    List<Moment> moments = new ArrayList<>();
    for (SampleFile.ThemeEntry theme : contents.themes()) {
      moments.add(
          new Moment(
              at(days.working(theme.entered()), ENTRIES),
              () -> meetings.add(new Theme(theme.meeting(), theme.number(), theme.title()))));
    }
    byDay(entered)
        .forEach(
            (day, commitments) ->
                moments.add(
                    new Moment(
                        at(day, ENTRIES),
                        () -> commitmentEntry.enter(commitments, contents.enteredBy()))));
    entered.forEach(each -> moments.addAll(intervals(each, days)));
    List<SampleAct> all = new ArrayList<>();
    entered.forEach(each -> all.addAll(SampleCommitments.progress(each.entry())));
    all.addAll(contents.acts());
    int minutes = 0;
    for (SampleAct act : all) {
      LocalTime time = ACTS.plusMinutes(minutes++ % 400);
      moments.add(new Moment(at(days.working(act.on()), time), () -> acts.play(act, days)));
    }
    Instant now = clock.instant();
    moments.sort(Comparator.comparing(Moment::at));
    try {
      for (Moment moment : moments) {
        clock.moveTo(moment.at().isAfter(now) ? now : moment.at());
        moment.happening().run();
      }
    } finally {
      clock.reset();
    }
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(BrusselsTime.ZONE).toInstant();
  }

  private static List<Entered> entered(SampleFile.Contents contents, SampleDay days) {
    Map<String, String> ofTheme =
        contents.themes().stream()
            .collect(
                Collectors.toMap(
                    theme -> key(theme.meeting(), theme.number()), SampleFile.ThemeEntry::entered));
    return contents.commitments().stream()
        .map(
            entry -> {
              CommitmentRef ref = entry.ref();
              String on = entry.entered();
              String day = on == null ? ofTheme.get(key(ref.meeting(), ref.theme())) : on;
              if (day == null) {
                throw new IllegalArgumentException("No theme of " + ref);
              }
              return new Entered(
                  days.working(day), entry, SampleCommitments.commitment(entry, days));
            })
        .toList();
  }

  private static String key(MeetingId meeting, int theme) {
    return meeting + "-" + theme;
  }

  private static Map<LocalDate, List<NewCommitment>> byDay(List<Entered> entered) {
    return entered.stream()
        .collect(
            Collectors.groupingBy(
                Entered::on,
                TreeMap::new,
                Collectors.mapping(Entered::commitment, Collectors.toList())));
  }

  /**
   * The end of the last interval of evidence before the present one: the engine's timers run then.
   * Earlier ones are left out, so that few need to be played; only the accountable party has any.
   */
  private List<Moment> intervals(Entered entered, SampleDay days) {
    NewCommitment commitment = entered.commitment();
    if (commitment.track() != Track.STANDING_COOPERATION || commitment.closing() != null) {
      return List.of();
    }
    CommitmentRef ref = commitment.ref();
    Optional<LocalDate> summit =
        meetings.next(meetings.seriesOf(ref.meeting()).id()).flatMap(Meeting::heldOn);
    LocalDate dueOn =
        commitment
            .deadline()
            .dueOn(summit, commitment.leads().accountable(), calendar)
            .orElse(null);
    EvidenceSchedule schedule =
        EvidenceSchedule.of(entered.on(), commitment.deadline(), dueOn, summit.orElse(null));
    LocalDate today = days.start();
    LocalDate present = schedule.endOf(today);
    LocalDate begins = entered.on();
    while (schedule.endOf(begins).isBefore(present)) {
      begins = schedule.endOf(begins).plusDays(1);
    }
    List<Moment> moments = new ArrayList<>();
    if (begins.isAfter(entered.on())) {
      moments.add(new Moment(at(begins, TIMERS), () -> timers.run(ref)));
    }
    if (present.isBefore(today)) {
      moments.add(new Moment(at(present.plusDays(1), TIMERS), () -> timers.run(ref)));
    }
    return moments;
  }
}
