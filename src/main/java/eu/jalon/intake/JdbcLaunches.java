package eu.jalon.intake;

import eu.jalon.intake.LaunchProgress.State;
import eu.jalon.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The launches under way, each with a lease on the database's clock that its progress prolongs. */
@Repository
class JdbcLaunches {

  private static final int ROOM = 2_000;
  private static final String LEASE =
      "current_timestamp + cast(:seconds as integer) * interval '1' second";

  private final JdbcClient jdbc;

  JdbcLaunches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<LaunchProgress> of(UUID declaration) {
    return jdbc.sql(
            """
            select state, done, total, reason, arguments,
                   case when lease_until < current_timestamp then 1 else 0 end as lapsed
            from declaration_launch
            where declaration_id = :id
            """)
        .param("id", declaration)
        .query(JdbcLaunches::progress)
        .optional();
  }

  boolean running(UUID declaration) {
    return of(declaration).filter(LaunchProgress::running).isPresent();
  }

  /** Notes a launch in the place of the one before; the declaration is locked by the caller. */
  void begin(UUID declaration, UUID attempt, int total, PersonId by, Duration lease) {
    int replaced =
        write(
            """
            update declaration_launch
            set attempt = :attempt, started_by = :by, lease_until = LEASE, state = 'RUNNING',
                done = 0, total = :total, reason = null, arguments = null
            where declaration_id = :id
            """,
            declaration,
            attempt,
            total,
            by,
            lease);
    if (replaced == 0) {
      write(
          """
          insert into declaration_launch
            (declaration_id, attempt, started_by, lease_until, state, done, total)
          values (:id, :attempt, :by, LEASE, 'RUNNING', 0, :total)
          """,
          declaration,
          attempt,
          total,
          by,
          lease);
    }
  }

  private int write(
      String sql, UUID declaration, UUID attempt, int total, PersonId by, Duration lease) {
    return jdbc.sql(sql.replace("LEASE", LEASE))
        .param("id", declaration)
        .param("attempt", attempt)
        .param("by", by.value())
        .param("total", total)
        .param("seconds", lease.toSeconds())
        .update();
  }

  void progress(UUID attempt, int done, Duration lease) {
    jdbc.sql(
            "update declaration_launch set done = :done, lease_until = "
                + LEASE
                + " where attempt = :attempt")
        .param("done", done)
        .param("seconds", lease.toSeconds())
        .param("attempt", attempt)
        .update();
  }

  /** Says how a launch ended; nothing where a later one has taken its place. */
  void end(UUID attempt, State state, @Nullable String reason, List<String> arguments) {
    String joined = String.join("\n", arguments);
    jdbc.sql(
            """
            update declaration_launch
            set state = :state, reason = :reason, arguments = :arguments
            where attempt = :attempt
            """)
        .param("state", state.name())
        .param("reason", reason)
        .param("arguments", joined.substring(0, Math.min(ROOM, joined.length())))
        .param("attempt", attempt)
        .update();
  }

  private static LaunchProgress progress(ResultSet row, int n) throws SQLException {
    State state = State.valueOf(row.getString("state"));
    boolean stopped = state == State.RUNNING && row.getInt("lapsed") == 1;
    String arguments = row.getString("arguments");
    return new LaunchProgress(
        stopped ? State.INTERRUPTED : state,
        row.getInt("done"),
        row.getInt("total"),
        row.getString("reason"),
        arguments == null || arguments.isEmpty()
            ? List.of()
            : Arrays.asList(arguments.split("\n", -1)));
  }
}
