package eu.jalon.commitment.entry;

import eu.jalon.commitment.Priority;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.text.Folding;
import eu.jalon.shared.text.TextColumn;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queries and stores how commitments descend from others by carry-over or split. */
@Repository
public class JdbcLineage {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcLineage(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * Links commitments to those they continue: they keep the first due date, priority, health and
   * reports, and the slips are incremented.
   */
  public void setCarriedFrom(Map<CommitmentRef, CommitmentRef> lineage) {
    batches.batchUpdate(
        """
        update commitment
        set carried_from = :from,
            slips = (select f.slips + 1 from commitment f where f.ref = :from),
            first_due_on =
              (select coalesce(f.first_due_on, f.due_on) from commitment f where f.ref = :from),
            priority = (select f.priority from commitment f where f.ref = :from),
            health = (select f.health from commitment f where f.ref = :from)
        where ref = :ref
        """,
        rows(lineage));
    batches.batchUpdate(
        """
        insert into commitment_earlier (ref, earlier)
        select cast(:ref as varchar), f.ref
        from commitment f
        where f.ref = :from
           or f.ref in (select e.earlier from commitment_earlier e where e.ref = :from)
        """,
        rows(lineage));
    batches.batchUpdate(
        """
        insert into progress_report
          (ref, ministry, status, text, evidence, next_on, reported_at, reported_by, carried)
        select cast(:ref as varchar), r.ministry, r.status, r.text, r.evidence, r.next_on,
               r.reported_at, r.reported_by, true
        from progress_report r
        where r.ref = :from
        order by r.id
        """,
        rows(lineage));
  }

  private static MapSqlParameterSource[] rows(Map<CommitmentRef, CommitmentRef> lineage) {
    return lineage.entrySet().stream()
        .map(
            e ->
                new MapSqlParameterSource("ref", e.getKey().value())
                    .addValue("from", e.getValue().value()))
        .toArray(MapSqlParameterSource[]::new);
  }

  public void setPriority(CommitmentRef ref, Priority priority) {
    jdbc.sql("update commitment set priority = :priority, version = version + 1 where ref = :ref")
        .param("priority", priority.name())
        .param("ref", ref.value())
        .update();
  }

  /**
   * Which commitment one continues and is continued by, and which records about it are to be read
   * at all.
   *
   * @param firstDue the due date of the first commitment that it continues
   */
  public record Links(
      @Nullable CommitmentRef carriedFrom,
      @Nullable CommitmentRef carriedTo,
      @Nullable LocalDate firstDue,
      boolean requests,
      boolean questions,
      boolean proposals,
      boolean followers) {}

  /** Returns the links of a commitment. */
  public Links links(CommitmentRef ref) {
    return jdbc.sql(
            """
            select c.carried_from, c.first_due_on,
                   (select max(n.ref) from commitment n where n.carried_from = c.ref) as carried_to,
                   exists (select 1 from commitment_request r
                           where r.ref = c.ref and (r.status = 'ASKED'
                             or r.decision_reason is not null)) as requests,
                   exists (select 1 from question q where q.ref = c.ref) as questions,
                   exists (select 1 from proposal p
                           where p.ref = c.ref and p.status = 'OPEN') as proposals,
                   exists (select 1 from commitment_follower f
                           where f.ref = c.ref
                             or f.ref in (select e.earlier from commitment_earlier e
                                          where e.ref = c.ref)) as followers
            from commitment c
            where c.ref = :ref
            """)
        .param("ref", ref.value())
        .query(
            (row, n) ->
                new Links(
                    ref(row.getString("carried_from")),
                    ref(row.getString("carried_to")),
                    row.getObject("first_due_on", LocalDate.class),
                    row.getBoolean("requests"),
                    row.getBoolean("questions"),
                    row.getBoolean("proposals"),
                    row.getBoolean("followers")))
        .single();
  }

  private static @Nullable CommitmentRef ref(@Nullable String value) {
    return value == null ? null : new CommitmentRef(value);
  }

  /** Returns the commitment in progress that was split off under the given title. */
  public Optional<CommitmentRef> partOf(CommitmentRef ref, LocalText title) {
    return jdbc.sql(
            """
            select c.ref
            from commitment_change h
            join commitment c on c.ref = h.new_value
            where h.ref = :ref and h.what = 'SPLIT' and c.title = :title
              and c.status = 'IN_PROGRESS'
            order by c.ref
            fetch first 1 rows only
            """)
        .param("ref", ref.value())
        .param("title", TextColumn.write(title))
        .query((row, n) -> new CommitmentRef(row.getString("ref")))
        .optional();
  }

  /**
   * Returns the first commitment of a theme with the same folded title in the first language of the
   * given one.
   */
  Optional<CommitmentRef> withTitle(MeetingId meeting, int theme, LocalText title) {
    return jdbc
        .sql(
            """
            select ref, title
            from commitment
            where meeting_id = :meeting and theme = :theme
            order by ref
            """)
        .param("meeting", meeting.value())
        .param("theme", theme)
        .query((row, n) -> Map.entry(row.getString("ref"), TextColumn.read(row, "title")))
        .list()
        .stream()
        .filter(entry -> isSameIn(entry.getValue(), title))
        .findFirst()
        .map(entry -> new CommitmentRef(entry.getKey()));
  }

  private static boolean isSameIn(LocalText known, LocalText title) {
    return known
        .find(title.firstLanguage())
        .filter(text -> Folding.isSame(text, title.first()))
        .isPresent();
  }

  /**
   * Returns the highest position in a theme, also of references that were given there to
   * commitments of another theme by now; 0 if there are none.
   */
  public int lastPosition(MeetingId meeting, int theme) {
    record Place(String ref, int theme, int position) {}
    return jdbc
        .sql(
            """
            select ref, theme, position
            from commitment
            where meeting_id = :meeting and (theme = :theme or ref like :refs)
            """)
        .param("meeting", meeting.value())
        .param("theme", theme)
        .param("refs", meeting + "-" + theme + ".%")
        .query(
            (row, n) ->
                new Place(row.getString("ref"), row.getInt("theme"), row.getInt("position")))
        .list()
        .stream()
        .mapToInt(
            place ->
                Math.max(
                    place.theme() == theme ? place.position() : 0,
                    ownPosition(new CommitmentRef(place.ref()), theme)))
        .max()
        .orElse(0);
  }

  private static int ownPosition(CommitmentRef ref, int theme) {
    return ref.theme() == theme ? ref.position() : 0;
  }
}
