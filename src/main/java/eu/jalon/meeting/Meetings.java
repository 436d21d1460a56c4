package eu.jalon.meeting;

import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The summits of the series, the ministerial meetings between them, and their themes. */
@Service
@Transactional
public class Meetings {

  /** The series that {@code next} stands for where none is named. */
  public static final String DEFAULT_SERIES = "VD";

  private final JdbcMeetings meetings;
  private final Clock clock;

  Meetings(JdbcMeetings meetings, Clock clock) {
    this.meetings = meetings;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<Meeting> all() {
    return meetings.summits();
  }

  @Transactional(readOnly = true)
  public Optional<Meeting> find(MeetingId id) {
    return meetings.summit(id);
  }

  /** The summit of that id, or the next one for {@code next}; refuses one that does not exist. */
  @Transactional(readOnly = true)
  public Meeting get(String id) {
    return ("next".equals(id) ? next() : find(new MeetingId(id)))
        .orElseThrow(() -> ValidationError.notFound("summit.unknown", id));
  }

  /** The next summit of the default series, with or without a date. */
  @Transactional(readOnly = true)
  public Optional<Meeting> next() {
    return meetings.next(DEFAULT_SERIES);
  }

  /** The next summit, whose date cannot move until the caller's transaction ends. */
  public Optional<Meeting> lockNext() {
    return meetings.lockNext(DEFAULT_SERIES);
  }

  /** Locks all series until the caller's transaction ends, so that uploads run one by one. */
  public void lockSeries() {
    meetings.lockSeries();
  }

  /** Locks a theme until the caller's transaction ends, so that entries into it run one by one. */
  public void lockTheme(MeetingId meeting, int theme) {
    meetings.lockTheme(meeting, theme);
  }

  @Transactional(readOnly = true)
  public List<Theme> themes() {
    return meetings.themes();
  }

  /** Gives a summit that no commitment hangs on yet its date; refuses one that was held. */
  public void date(MeetingId id, LocalDate date) {
    Meeting summit = find(id).orElseThrow(() -> ValidationError.notFound("summit.unknown", id));
    if (meetings.date(id, new DueDate(date).day(), summit.version()) != 1) {
      throw ValidationError.conflict("summit.changed", id);
    }
  }

  /**
   * Enters a further summit of the default series, after all that stand in it. Refuses one of
   * another series' name, one that exists, one that is not after the last, and any while the last
   * has no date: two that nobody knows the order of.
   */
  public Meeting create(NewMeeting summit, Person by) {
    Viewer.requireCoordinator(by);
    if (!summit.id().value().matches(DEFAULT_SERIES + "\\d{4}")) {
      throw ValidationError.invalid("summit.id", summit.id(), DEFAULT_SERIES);
    }
    meetings.lockSeries(DEFAULT_SERIES);
    if (meetings.exists(summit.id())) {
      throw ValidationError.conflict("summit.exists", summit.id());
    }
    LocalDate date = summit.date();
    if (date != null && date.isBefore(BrusselsTime.today(clock))) {
      throw ValidationError.invalid("summit.past", date);
    }
    SeriesOrder.of(DEFAULT_SERIES, meetings.summits()).checkNew(date);
    meetings.add(summit, DEFAULT_SERIES);
    return get(summit.id().value());
  }

  /**
   * Gives a summit that is to come other names, another place or status; the date it has stays.
   * Refuses one that was held, one confirmed without a date, and a version that is not current.
   */
  public Meeting describe(
      MeetingId id,
      LocalText name,
      @Nullable String place,
      Meeting.Status status,
      int version,
      Person by) {
    Viewer.requireCoordinator(by);
    Meeting summit = find(id).orElseThrow(() -> ValidationError.notFound("summit.unknown", id));
    if (summit.status() == Meeting.Status.HELD) {
      throw ValidationError.conflict("summit.over", id);
    }
    NewMeeting described = new NewMeeting(id, name, place, summit.date(), status);
    if (meetings.describe(summit.described(described), version) != 1) {
      throw ValidationError.conflict("summit.changed", id);
    }
    return get(id.value());
  }

  /** Enters a ministerial meeting. */
  public void add(MinisterialMeeting meeting) {
    meetings.add(meeting);
  }

  /** Enters a theme; refuses a number that the meeting already has. */
  public void add(Theme theme) {
    if (!meetings.exists(theme.origin())) {
      throw ValidationError.notFound("summit.unknown", theme.origin());
    }
    if (!meetings.add(theme)) {
      throw ValidationError.conflict("theme.exists", theme.origin(), theme.number());
    }
  }
}
