package eu.jalon.meeting;

import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import eu.jalon.directory.Today;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Manages the summits of a series, the ministerial meetings between them, and their themes. */
@Service
@Transactional
public class Meetings {

  /** Without a date last. */
  private static final Comparator<Meeting> BY_DATE =
      Comparator.comparing((Meeting meeting) -> meeting.heldOn().orElse(LocalDate.MAX))
          .thenComparing(meeting -> meeting.id().value());

  /** The series to which the id {@code next} refers for those who are in it. */
  public static final String DEFAULT_SERIES = "VD";

  private final JdbcMeetings meetings;
  private final Parties parties;
  private final Viewers viewers;
  private final Today today;

  Meetings(JdbcMeetings meetings, Parties parties, Viewers viewers, Today today) {
    this.meetings = meetings;
    this.parties = parties;
    this.viewers = viewers;
    this.today = today;
  }

  /**
   * Returns the summits of the series of the person's lists, latest first, for display; a change on
   * another node is seen after at most ten seconds.
   */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public List<Meeting> all(Person person) {
    Viewer viewer = viewers.lists(person);
    return meetings.known().summits().stream()
        .filter(summit -> viewer.sees(summit.series()))
        .toList();
  }

  /** Returns a summit for display; a change on another node is seen after ten seconds. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Optional<Meeting> known(MeetingId id) {
    return meetings.known().summits().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  @Transactional(readOnly = true)
  public Optional<Meeting> find(MeetingId id) {
    return meetings.summit(id);
  }

  /**
   * Returns a summit by its id, or the person's next one for the id {@code next}.
   *
   * @throws ValidationError {@code summit.unknown} if it does not exist or the person does not see
   *     its series
   */
  @Transactional(readOnly = true)
  public Meeting get(String id, Person person) {
    return find(id, person).orElseThrow(() -> ValidationError.notFound("summit.unknown", id));
  }

  /** Like {@link #get}, but empty if there is no such summit or the person does not see it. */
  @Transactional(readOnly = true)
  public Optional<Meeting> find(String id, Person person) {
    Viewer viewer = viewers.of(person);
    return ("next".equals(id) ? next(person) : find(new MeetingId(id)))
        .filter(summit -> viewer.sees(summit.series()));
  }

  /** Returns the next summit of a series, with or without a date. */
  @Transactional(readOnly = true)
  public Optional<Meeting> next(String series) {
    return meetings.next(series);
  }

  /** Returns the first summit of the same series after a meeting, with or without a date. */
  @Transactional(readOnly = true)
  public Optional<Meeting> following(Meeting meeting) {
    LocalDate date = meeting.heldOn().orElse(LocalDate.MIN);
    return meetings.summits().stream()
        .filter(other -> other.series().equals(meeting.series()))
        .filter(other -> other.status() != Meeting.Status.HELD && !other.id().equals(meeting.id()))
        .filter(other -> other.heldOn().orElse(LocalDate.MAX).isAfter(date))
        .min(BY_DATE);
  }

  /**
   * Returns the next summit of the series that the person looks at, with or without a date; of the
   * default series for those who look at all, and of their first series for those who are not in
   * it.
   */
  @Transactional(readOnly = true)
  public Optional<Meeting> next(Person person) {
    return firstSeries(person).flatMap(meetings::next);
  }

  /** Returns the same, one of the given summits of the person's series. */
  public Optional<Meeting> next(List<Meeting> summits, Person person) {
    return firstSeries(person)
        .flatMap(
            series ->
                summits.stream()
                    .filter(summit -> summit.series().equals(series))
                    .filter(summit -> summit.status() != Meeting.Status.HELD)
                    .min(BY_DATE));
  }

  /**
   * Returns the id of the series that the person looks at; the default series for those who look at
   * all, or their first one.
   */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Optional<String> firstSeries(Person person) {
    List<Series> own = parties.listedFor(person);
    return own.stream()
        .filter(series -> series.id().equals(DEFAULT_SERIES))
        .findFirst()
        .or(() -> own.stream().findFirst())
        .map(Series::id);
  }

  /**
   * Returns the next summit of a series and locks it, so that its date cannot change until the
   * caller's transaction ends.
   */
  public Optional<Meeting> lockNext(String series) {
    return meetings.lockNext(series);
  }

  /** Locks all series until the caller's transaction ends, so that uploads run one by one. */
  public void lockSeries() {
    parties.lockAllSeries();
  }

  /** Locks a theme until the caller's transaction ends, so that entries into it run one by one. */
  public void lockTheme(MeetingId meeting, int theme) {
    meetings.lockTheme(meeting, theme);
  }

  /**
   * Returns the languages in which a commitment of a meeting must have a title; the first one
   * stands in for others.
   */
  @Transactional(readOnly = true)
  public List<Language> languages(MeetingId meeting) {
    return seriesOf(meeting).languages();
  }

  /**
   * Whether commitments of a meeting may be entered while their titles are still to be translated
   * into some of its languages.
   */
  @Transactional(readOnly = true)
  public boolean translatedLater(MeetingId meeting) {
    return seriesOf(meeting).translatedLater();
  }

  /** Returns the languages of the series of the person's lists. */
  @Transactional(readOnly = true)
  public List<Language> languages(Person person) {
    return parties.listedFor(person).stream()
        .flatMap(series -> series.languages().stream())
        .distinct()
        .toList();
  }

  /** Returns the themes of all meetings of the person's lists, latest meeting first. */
  @Transactional(readOnly = true)
  public List<Theme> themes(Person person) {
    return meetings.themes(viewers.lists(person));
  }

  /** Returns the themes of a meeting. */
  @Transactional(readOnly = true)
  public List<Theme> themes(MeetingId meeting) {
    return meetings.themes(meeting);
  }

  /** Returns which meetings are of a series that the person sees. */
  @Transactional(readOnly = true)
  public Predicate<MeetingId> seenBy(Person person) {
    return within(viewers.of(person));
  }

  /** Returns which meetings are of a series of the person's lists. */
  @Transactional(readOnly = true)
  public Predicate<MeetingId> listedFor(Person person) {
    return within(viewers.lists(person));
  }

  private Predicate<MeetingId> within(Viewer viewer) {
    return viewer
        .series()
        .map(meetings::ofSeries)
        .<Predicate<MeetingId>>map(seen -> seen::contains)
        .orElse(id -> true);
  }

  /** Sets the date of a summit without commitments; rejects one that was held. */
  public void setDate(MeetingId id, LocalDate date) {
    Meeting summit = find(id).orElseThrow(() -> ValidationError.notFound("summit.unknown", id));
    if (meetings.setDate(id, new DueDate(date).day(), summit.version()) != 1) {
      throw ValidationError.conflict("summit.changed", id);
    }
  }

  /**
   * Adds a summit at the end of the series with whose id its own begins. Rejects a series that the
   * person does not steer, an id that exists, a date that is not after the last summit, and any
   * summit while the last one has no date.
   */
  public Meeting create(NewMeeting summit, Person by) {
    Viewer.requireCoordinator(by);
    String series = seriesFor(summit.id(), by);
    parties.lockSeries(series);
    if (meetings.exists(summit.id())) {
      throw ValidationError.conflict("summit.exists", summit.id());
    }
    LocalDate date = summit.date();
    if (date != null && date.isBefore(today.of(by))) {
      throw ValidationError.invalid("summit.past", date);
    }
    SeriesOrder.of(series, meetings.summits()).checkNew(date);
    meetings.add(summit, series);
    return get(summit.id().value(), by);
  }

  private String seriesFor(MeetingId id, Person by) {
    List<String> own = parties.seriesOf(by).stream().map(Series::id).toList();
    return own.stream()
        .filter(series -> id.value().matches(series + "\\d{4}"))
        .findFirst()
        .orElseThrow(() -> idError(id, own));
  }

  private static ValidationError idError(MeetingId id, List<String> series) {
    return ValidationError.invalid(
        "summit.id", id, String.join(" / ", series), series.isEmpty() ? "" : series.get(0));
  }

  /**
   * Changes name, place and status of a future summit; the date stays unchanged. Rejects a summit
   * that was held, a confirmed status without a date, and a stale version.
   */
  public Meeting update(
      MeetingId id,
      LocalText name,
      @Nullable String place,
      Meeting.Status status,
      int version,
      Person by) {
    Viewer.requireCoordinator(by);
    Meeting summit = get(id.value(), by);
    if (summit.status() == Meeting.Status.HELD) {
      throw ValidationError.conflict("summit.over", id);
    }
    NewMeeting changed = new NewMeeting(id, name, place, summit.date(), status);
    if (meetings.update(summit.with(changed), version) != 1) {
      throw ValidationError.conflict("summit.changed", id);
    }
    return get(id.value(), by);
  }

  /** Returns the series of a summit or ministerial meeting. */
  @Transactional(readOnly = true)
  public Series seriesOf(MeetingId id) {
    return meetings
        .seriesOf(id)
        .map(parties::series)
        .orElseThrow(() -> ValidationError.notFound("summit.unknown", id));
  }

  /** Returns the numbers of the themes whose new commitments are restricted by default. */
  @Transactional(readOnly = true)
  public Set<Integer> restrictedThemes(MeetingId meeting) {
    return meetings.restrictedThemes(meeting);
  }

  /** Adds a ministerial meeting. */
  public void add(MinisterialMeeting meeting) {
    meetings.add(meeting);
  }

  /** Adds a theme; rejects a number that the meeting already has. */
  public void add(Theme theme) {
    add(theme, false);
  }

  /**
   * Adds a theme; rejects a number that the meeting already has.
   *
   * @param restricted whether its new commitments are restricted unless it is said otherwise
   */
  public void add(Theme theme, boolean restricted) {
    if (!meetings.exists(theme.meeting())) {
      throw ValidationError.notFound("summit.unknown", theme.meeting());
    }
    if (!meetings.add(theme, restricted)) {
      throw ValidationError.conflict("theme.exists", theme.meeting(), theme.number());
    }
  }
}
