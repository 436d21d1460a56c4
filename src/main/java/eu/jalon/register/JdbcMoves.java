package eu.jalon.register;

import eu.jalon.shared.OriginId;
import eu.jalon.shared.PersonId;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The moves of summits, and how far each of them is. */
@Repository
class JdbcMoves {

  private final JdbcClient jdbc;

  JdbcMoves(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A move of a summit that was begun. */
  record Move(
      long id,
      OriginId summit,
      @Nullable LocalDate to,
      @Nullable String reason,
      PersonId by,
      int done,
      String lastRef) {}

  void begin(
      OriginId summit,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      int total,
      @Nullable String reason,
      Instant at,
      PersonId by) {
    jdbc.sql(
            """
            insert into summit_move
              (summit_id, from_date, to_date, total, done, last_ref, reason, moved_at, moved_by)
            values (:summit, :from, :to, :total, 0, '', :reason, :at, :by)
            """)
        .param("summit", summit.value())
        .param("from", from, Types.DATE)
        .param("to", to, Types.DATE)
        .param("total", total)
        .param("reason", reason, Types.VARCHAR)
        .param("at", JdbcCommitments.utc(at))
        .param("by", by.value())
        .update();
  }

  /** The summits with a move that is not finished. */
  List<OriginId> unfinished() {
    return jdbc.sql("select distinct summit_id from summit_move where finished_at is null")
        .query((row, n) -> new OriginId(row.getString("summit_id")))
        .list();
  }

  /** The move of a summit that is not finished, locked until the caller's transaction ends. */
  Optional<Move> lockUnfinished(OriginId summit) {
    return jdbc.sql(
            """
            select id, summit_id, to_date, reason, moved_by, done, last_ref
            from summit_move
            where summit_id = :summit and finished_at is null
            for update
            """)
        .param("summit", summit.value())
        .query(
            (row, n) ->
                new Move(
                    row.getLong("id"),
                    new OriginId(row.getString("summit_id")),
                    row.getObject("to_date", LocalDate.class),
                    row.getString("reason"),
                    new PersonId(row.getString("moved_by")),
                    row.getInt("done"),
                    row.getString("last_ref")))
        .optional();
  }

  /** How far the unfinished move of a summit is. */
  Optional<SummitMove.Progress> progress(OriginId summit) {
    return jdbc.sql(
            "select done, total from summit_move where summit_id = :summit and finished_at is null")
        .param("summit", summit.value())
        .query((row, n) -> new SummitMove.Progress(row.getInt("done"), row.getInt("total")))
        .optional();
  }

  void progressed(long id, int done, String lastRef, @Nullable Instant finishedAt) {
    jdbc.sql(
            """
            update summit_move
            set done = :done, last_ref = :lastRef, finished_at = :finishedAt
            where id = :id
            """)
        .param("done", done)
        .param("lastRef", lastRef)
        .param(
            "finishedAt",
            finishedAt == null ? null : JdbcCommitments.utc(finishedAt),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", id)
        .update();
  }
}
