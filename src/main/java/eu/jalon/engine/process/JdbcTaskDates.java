package eu.jalon.engine.process;

import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
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
 * Writes the due dates of many tasks at once into the engine's own tables. The engine's API would
 * load, check and write each task separately; moving a summit can concern 100,000. The revision is
 * incremented as the engine does, so that completing a task at the same moment fails with the
 * engine's optimistic locking error.
 *
 * <p>The engine's dates have no zone: they are written in UTC, as the engine itself does here.
 */
@Repository
class JdbcTaskDates {

  private final JdbcClient jdbc;

  JdbcTaskDates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void tasks(Collection<CommitmentProcesses.TaskDate> dates) {
    CommitmentProcesses.TaskDate.byDate(dates)
        .forEach(
            (dueOn, ids) -> {
              update(
                  "update act_ru_task set due_date_ = :due, rev_ = rev_ + 1 where id_ = any(:ids)",
                  dueOn,
                  ids);
              update(
                  "update act_hi_taskinst set due_date_ = :due where id_ = any(:ids)", dueOn, ids);
            });
  }

  private void update(String sql, Optional<LocalDate> dueOn, String[] ids) {
    jdbc.sql(sql)
        .param("due", dueOn.map(day -> utc(BrusselsTime.endOf(day))).orElse(null), Types.TIMESTAMP)
        .param("ids", ids)
        .update();
  }

  /** The timers that end an interval of evidence: at the start of the day after its last day. */
  void intervals(Map<CommitmentRef, LocalDate> ends) {
    Map<LocalDate, List<String>> byEnd =
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
                .param("at", utc(EvidenceInterval.over(end)), Types.TIMESTAMP)
                .param("refs", refs.toArray(String[]::new))
                .update());
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
