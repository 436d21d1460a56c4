package eu.jalon.engine.process;

import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.shared.CommitmentRef;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes the due dates of many tasks at once to the engine's tables: moving a summit can concern
 * 100,000 tasks, and the engine's API would load and write each one separately. The revision is
 * incremented as by the engine, so that completing a task concurrently fails with its optimistic
 * locking exception.
 *
 * <p>The columns have no time zone; like the engine, this class writes UTC.
 */
@Repository
class JdbcTaskDates {

  private final JdbcClient jdbc;

  JdbcTaskDates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Sets the due dates of tasks to the end of the given days in the zone of their party. */
  void tasks(Collection<CommitmentProcesses.TaskDate> dates) {
    CommitmentProcesses.TaskDate.byEnd(dates)
        .forEach(
            (end, ids) -> {
              update(
                  "update act_ru_task set due_date_ = :due, rev_ = rev_ + 1 where id_ = any(:ids)",
                  end,
                  ids);
              update("update act_hi_taskinst set due_date_ = :due where id_ = any(:ids)", end, ids);
            });
  }

  private void update(String sql, Optional<Instant> end, String[] ids) {
    jdbc.sql(sql)
        .param("due", end.map(JdbcTaskDates::utc).orElse(null), Types.TIMESTAMP)
        .param("ids", ids)
        .update();
  }

  /** Sets the timers that end an evidence interval. */
  void intervals(Map<CommitmentRef, Instant> ends) {
    Map<Instant, List<String>> byEnd =
        ends.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(e -> e.getKey().value(), Collectors.toList())));
    byEnd.forEach(
        (end, refs) ->
            jdbc.sql(
                    """
                    update act_ru_job
                    set duedate_ = :at, rev_ = rev_ + 1
                    where type_ = 'timer' and process_instance_id_ in
                      (select proc_inst_id_ from act_ru_execution where business_key_ = any(:refs))
                    """)
                .param("at", utc(end), Types.TIMESTAMP)
                .param("refs", refs.toArray(String[]::new))
                .update());
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
