package eu.jalon.engine;

import eu.jalon.register.CommitmentProcesses;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The due dates of many tasks at once, in the engine's own tables. Through the engine's API each
 * task would be loaded, checked and written alone; a summit that moves has a hundred thousand. The
 * revision counts up as it would there, so that whoever completes a task at the same moment is
 * told.
 *
 * <p>The engine's dates have no zone: they are written in UTC, as the engine itself does here.
 */
@Repository
class JdbcTaskDates {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcTaskDates(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
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
    batches.batchUpdate(
        """
        update act_ru_job
        set duedate_ = :at, rev_ = rev_ + 1
        where type_ = 'timer' and process_instance_id_ in
          (select proc_inst_id_ from act_ru_execution where business_key_ = :ref)
        """,
        ends.entrySet().stream()
            .map(
                e ->
                    new MapSqlParameterSource("ref", e.getKey().value())
                        .addValue("at", utc(EvidenceInterval.over(e.getValue())), Types.TIMESTAMP))
            .toArray(MapSqlParameterSource[]::new));
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
