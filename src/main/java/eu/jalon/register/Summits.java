package eu.jalon.register;

import eu.jalon.shared.DueDate;
import eu.jalon.shared.OriginId;
import eu.jalon.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The summits of the series, the ministerial meetings between them, and their themes. */
@Service
@Transactional
public class Summits {

  /** The series that {@code next} stands for where none is named. */
  public static final String DEFAULT_SERIES = "VD";

  private final JdbcMeetings meetings;

  Summits(JdbcMeetings meetings) {
    this.meetings = meetings;
  }

  @Transactional(readOnly = true)
  public List<Summit> all() {
    return meetings.summits();
  }

  @Transactional(readOnly = true)
  public Optional<Summit> find(OriginId id) {
    return meetings.summit(id);
  }

  /** The summit of that id, or the next one for {@code next}; refuses one that does not exist. */
  @Transactional(readOnly = true)
  public Summit get(String id) {
    return ("next".equals(id) ? next() : find(new OriginId(id)))
        .orElseThrow(() -> Refusal.notFound("summit.unknown", id));
  }

  /** The next summit of the default series, with or without a date. */
  @Transactional(readOnly = true)
  public Optional<Summit> next() {
    return meetings.next(DEFAULT_SERIES);
  }

  /** The next summit, whose date cannot move until the caller's transaction ends. */
  Optional<Summit> lockNext() {
    return meetings.lockNext(DEFAULT_SERIES);
  }

  @Transactional(readOnly = true)
  public List<Theme> themes() {
    return meetings.themes();
  }

  /** Gives a summit that no commitment hangs on yet its date; refuses one that was held. */
  public void date(OriginId id, LocalDate date) {
    Summit summit = find(id).orElseThrow(() -> Refusal.notFound("summit.unknown", id));
    if (meetings.date(id, new DueDate(date).day(), summit.version()) != 1) {
      throw Refusal.conflict("summit.changed", id);
    }
  }

  /** Enters a ministerial meeting. */
  public void add(Meeting meeting) {
    meetings.add(meeting);
  }

  /** Enters a theme; refuses a number that the meeting already has. */
  public void add(Theme theme) {
    if (!meetings.exists(theme.origin())) {
      throw Refusal.notFound("summit.unknown", theme.origin());
    }
    if (!meetings.add(theme)) {
      throw Refusal.conflict("theme.exists", theme.origin(), theme.number());
    }
  }
}
