package eu.jalon.meeting;

import eu.jalon.directory.Viewer;
import eu.jalon.directory.cache.ShortLivedCache;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.text.TextColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcMeetings {

  private static final String SUMMIT =
      """
      select id, series_id, name, place, held_on, month_only, status, version
      from meeting
      where kind = 'SUMMIT'
      """;

  private final JdbcClient jdbc;
  private final ShortLivedCache<Known> known = new ShortLivedCache<>(this::read);

  JdbcMeetings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The meetings as they were at most ten seconds ago if another node has changed one.
   *
   * @param summits latest first
   * @param series the id of the series of each summit and ministerial meeting
   */
  record Known(List<Meeting> summits, Map<MeetingId, String> series) {}

  /** Returns the meetings from memory. */
  Known known() {
    return known.get();
  }

  private Known read() {
    Map<MeetingId, String> series = new HashMap<>();
    jdbc.sql("select id, series_id from meeting")
        .query(
            row -> {
              series.put(new MeetingId(row.getString("id")), row.getString("series_id"));
            });
    return new Known(summits(), Map.copyOf(series));
  }

  /** Returns the summits as they are stored, latest first. */
  public List<Meeting> summits() {
    return jdbc.sql(SUMMIT + "order by held_on desc nulls first, id desc")
        .query(JdbcMeetings::summit)
        .list();
  }

  public Optional<Meeting> summit(MeetingId id) {
    return jdbc.sql(SUMMIT + "and id = :id")
        .param("id", id.value())
        .query(JdbcMeetings::summit)
        .optional();
  }

  Optional<Meeting> next(String series) {
    return jdbc.sql(
            SUMMIT
                + """
                and series_id = :series and status <> 'HELD'
                order by held_on nulls last, id
                limit 1
                """)
        .param("series", series)
        .query(JdbcMeetings::summit)
        .optional();
  }

  /** Returns the next summit and locks its row until the transaction ends. */
  Optional<Meeting> lockNext(String series) {
    return next(series)
        .flatMap(
            next ->
                jdbc.sql(SUMMIT + "and id = :id for update")
                    .param("id", next.id().value())
                    .query(JdbcMeetings::summit)
                    .optional());
  }

  /** Locks a summit until the transaction ends. */
  public void lock(MeetingId id) {
    jdbc.sql("select id from meeting where id = :id for update")
        .param("id", id.value())
        .query(String.class)
        .list();
  }

  /** Sets or removes the date of a summit; returns 0 if it was held or the version is stale. */
  public int setDate(MeetingId id, @Nullable LocalDate date, int version) {
    known.invalidate();
    return jdbc.sql(
            """
            update meeting
            set held_on = :date, month_only = false, version = version + 1,
                status = case when cast(:date as date) is null then 'PLANNED' else status end
            where id = :id and kind = 'SUMMIT' and status <> 'HELD' and version = :version
            """)
        .param("date", date, Types.DATE)
        .param("id", id.value())
        .param("version", version)
        .update();
  }

  /** Keeps how a summit is planned, before it is marked as held. */
  public void keepPlan(MeetingId id) {
    jdbc.sql(
            """
            insert into meeting_plan (meeting_id, held_on, month_only, status)
            select id, held_on, month_only, status from meeting where id = :id
            """)
        .param("id", id.value())
        .update();
  }

  /** Returns the held summits of which it is known how they were planned. */
  public Set<MeetingId> withPlan() {
    return jdbc.sql("select meeting_id from meeting_plan")
        .query((row, n) -> new MeetingId(row.getString("meeting_id")))
        .set();
  }

  /** Plans a held summit as it was before; returns 0 if it is not held or has no plan. */
  public int restorePlan(MeetingId id) {
    int restored =
        jdbc.sql(
                """
                update meeting
                set held_on = (select p.held_on from meeting_plan p where p.meeting_id = meeting.id),
                    month_only =
                      (select p.month_only from meeting_plan p where p.meeting_id = meeting.id),
                    status = (select p.status from meeting_plan p where p.meeting_id = meeting.id),
                    version = version + 1
                where id = :id and status = 'HELD'
                  and exists (select 1 from meeting_plan p where p.meeting_id = meeting.id)
                """)
            .param("id", id.value())
            .update();
    jdbc.sql("delete from meeting_plan where meeting_id = :id").param("id", id.value()).update();
    return restored;
  }

  /** Deletes themes of a meeting. */
  public void deleteThemes(MeetingId id, Set<Integer> numbers) {
    if (!numbers.isEmpty()) {
      jdbc.sql("delete from theme where meeting_id = :id and number in (:numbers)")
          .param("id", id.value())
          .param("numbers", numbers)
          .update();
    }
  }

  /** Marks a summit as held; returns 0 if it was already held or the version is stale. */
  public int markHeld(MeetingId id, LocalDate on, int version) {
    known.invalidate();
    return jdbc.sql(
            """
            update meeting
            set held_on = :on, month_only = false, status = 'HELD', version = version + 1
            where id = :id and kind = 'SUMMIT' and status <> 'HELD' and version = :version
            """)
        .param("on", on)
        .param("id", id.value())
        .param("version", version)
        .update();
  }

  /** Inserts a future summit. */
  public void add(NewMeeting summit, String series) {
    known.invalidate();
    jdbc.sql(
            """
            insert into meeting
              (id, kind, series_id, name, place, held_on, month_only, status)
            values
              (:id, 'SUMMIT', :series, :name, :place, :date, false, :status)
            """)
        .param("id", summit.id().value())
        .param("series", series)
        .param("name", TextColumn.write(summit.name()))
        .param("place", summit.place(), Types.VARCHAR)
        .param("date", summit.date(), Types.DATE)
        .param("status", summit.status().name())
        .update();
  }

  /** Locks a theme until the caller's transaction ends. */
  void lockTheme(MeetingId meeting, int theme) {
    jdbc.sql("select number from theme where meeting_id = :meeting and number = :theme for update")
        .param("meeting", meeting.value())
        .param("theme", theme)
        .query(Integer.class)
        .list();
  }

  /** Updates name, place and status of a future summit; the date has its own method. */
  int update(Meeting summit, int version) {
    known.invalidate();
    return jdbc.sql(
            """
            update meeting
            set name = :name, place = :place,
                status = :status, version = version + 1
            where id = :id and kind = 'SUMMIT' and status <> 'HELD' and version = :version
            """)
        .param("name", TextColumn.write(summit.name()))
        .param("place", summit.place(), Types.VARCHAR)
        .param("status", summit.status().name())
        .param("id", summit.id().value())
        .param("version", version)
        .update();
  }

  /** Returns the id of the series of a meeting, which never changes. */
  Optional<String> seriesOf(MeetingId id) {
    return Optional.ofNullable(known().series().get(id))
        .or(
            () ->
                jdbc.sql("select series_id from meeting where id = :id")
                    .param("id", id.value())
                    .query(String.class)
                    .optional());
  }

  /** Returns the ids of all meetings of the given series. */
  Set<MeetingId> ofSeries(Set<String> series) {
    return new HashSet<>(
        jdbc.sql("select id from meeting where series_id = any(cast(:series as varchar array))")
            .param("series", series.toArray(String[]::new))
            .query((row, n) -> new MeetingId(row.getString("id")))
            .list());
  }

  public boolean exists(MeetingId id) {
    return jdbc.sql("select count(*) from meeting where id = :id")
            .param("id", id.value())
            .query(Long.class)
            .single()
        == 1;
  }

  public void add(MinisterialMeeting meeting) {
    known.invalidate();
    jdbc.sql(
            """
            insert into meeting
              (id, kind, series_id, name, place, held_on, month_only, status)
            values
              (:id, 'MINISTERIAL', :series, :name, :place, :heldOn, :monthOnly, 'HELD')
            """)
        .param("id", meeting.id().value())
        .param("series", meeting.series())
        .param("name", TextColumn.write(meeting.name()))
        .param("place", meeting.place())
        .param("heldOn", meeting.heldOn())
        .param("monthOnly", meeting.monthOnly())
        .update();
  }

  List<Theme> themes(Viewer viewer) {
    return jdbc
        .sql(
            """
            select t.meeting_id, t.number, t.title, m.series_id
            from theme t
            join meeting m on m.id = t.meeting_id
            order by t.meeting_id desc, t.number
            """)
        .query((row, n) -> new ThemeOfSeries(theme(row), row.getString("series_id")))
        .list()
        .stream()
        .filter(one -> viewer.sees(one.series()))
        .map(ThemeOfSeries::theme)
        .toList();
  }

  private record ThemeOfSeries(Theme theme, String series) {}

  List<Theme> themes(MeetingId meeting) {
    return jdbc.sql("select meeting_id, number, title from theme where meeting_id = :meeting")
        .param("meeting", meeting.value())
        .query((row, n) -> theme(row))
        .list();
  }

  private static Theme theme(ResultSet row) throws SQLException {
    return new Theme(
        new MeetingId(row.getString("meeting_id")),
        row.getInt("number"),
        TextColumn.read(row, "title"));
  }

  /** Returns the numbers of the themes whose new commitments are restricted by default. */
  public Set<Integer> restrictedThemes(MeetingId meeting) {
    return jdbc.sql("select number from theme where meeting_id = :meeting and restricted")
        .param("meeting", meeting.value())
        .query(Integer.class)
        .set();
  }

  /**
   * Adds a theme; returns false if the meeting already has one with that number.
   *
   * @param restricted whether its new commitments are restricted unless it is said otherwise
   */
  public boolean add(Theme theme, boolean restricted) {
    return jdbc.sql(
                """
                insert into theme (meeting_id, number, title, restricted)
                select cast(:meeting as varchar), cast(:number as integer), cast(:title as varchar),
                       cast(:restricted as boolean)
                where not exists
                  (select 1 from theme where meeting_id = :meeting and number = :number)
                """)
            .param("meeting", theme.meeting().value())
            .param("number", theme.number())
            .param("title", TextColumn.write(theme.title()))
            .param("restricted", restricted)
            .update()
        == 1;
  }

  private static Meeting summit(ResultSet row, int n) throws SQLException {
    return new Meeting(
        new MeetingId(row.getString("id")),
        row.getString("series_id"),
        TextColumn.read(row, "name"),
        row.getString("place"),
        row.getObject("held_on", LocalDate.class),
        row.getBoolean("month_only"),
        Meeting.Status.valueOf(row.getString("status")),
        row.getInt("version"));
  }
}
