package eu.jalon.commitment.entry;

import eu.jalon.commitment.Priority;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.text.Folding;
import eu.jalon.shared.text.TextColumn;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
   * Links commitments to those they continue; increments the slips and keeps the first due date.
   */
  public void setCarriedFrom(Map<CommitmentRef, CommitmentRef> lineage) {
    batches.batchUpdate(
        """
        update commitment
        set carried_from = :from,
            slips = (select f.slips + 1 from commitment f where f.ref = :from),
            first_due_on =
              (select coalesce(f.first_due_on, f.due_on) from commitment f where f.ref = :from)
        where ref = :ref
        """,
        lineage.entrySet().stream()
            .map(
                e ->
                    new MapSqlParameterSource("ref", e.getKey().value())
                        .addValue("from", e.getValue().value()))
            .toArray(MapSqlParameterSource[]::new));
  }

  public void setPriority(CommitmentRef ref, Priority priority) {
    jdbc.sql("update commitment set priority = :priority, version = version + 1 where ref = :ref")
        .param("priority", priority.name())
        .param("ref", ref.value())
        .update();
  }

  public Optional<CommitmentRef> carriedFrom(CommitmentRef ref) {
    return findRef("select carried_from from commitment where ref = :ref", ref);
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

  public Optional<CommitmentRef> carriedTo(CommitmentRef ref) {
    return findRef("select ref from commitment where carried_from = :ref", ref);
  }

  private Optional<CommitmentRef> findRef(String sql, CommitmentRef ref) {
    return jdbc.sql(sql).param("ref", ref.value()).query(String.class).list().stream()
        .filter(Objects::nonNull)
        .map(CommitmentRef::new)
        .findFirst();
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

  /** Returns the first due date of a commitment, under this reference or an earlier one. */
  public Optional<LocalDate> firstDue(CommitmentRef ref) {
    return jdbc.sql(
            "select first_due_on from commitment where ref = :ref and first_due_on is not null")
        .param("ref", ref.value())
        .query(LocalDate.class)
        .optional();
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
