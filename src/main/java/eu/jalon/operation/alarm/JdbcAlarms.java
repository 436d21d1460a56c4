package eu.jalon.operation.alarm;

import eu.jalon.shared.Fault;
import eu.jalon.shared.FaultRaised;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The alarms of all nodes, timed by the database's clock. */
@Repository
class JdbcAlarms {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  JdbcAlarms(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  @Transactional(readOnly = true)
  List<Alarm> all() {
    return jdbc.sql("select id, kind, subject, since from alarm order by since, id")
        .query(
            (row, n) ->
                new Alarm(
                    row.getLong("id"),
                    new Fault(Fault.Kind.valueOf(row.getString("kind")), row.getString("subject")),
                    row.getObject("since", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * Raises an alarm and publishes {@link FaultRaised}, or confirms the one that is raised.
   *
   * @return whether it was raised now
   */
  @Transactional
  boolean raise(Fault fault) {
    int confirmed =
        jdbc.sql(
                """
                update alarm set seen_at = current_timestamp
                where kind = :kind and subject = :subject
                """)
            .param("kind", fault.kind().name())
            .param("subject", fault.subject())
            .update();
    if (confirmed > 0) {
      return false;
    }
    jdbc.sql(
            """
            insert into alarm (kind, subject, since, seen_at)
            values (:kind, :subject, current_timestamp, current_timestamp)
            """)
        .param("kind", fault.kind().name())
        .param("subject", fault.subject())
        .update();
    events.publishEvent(new FaultRaised(id(fault).orElseThrow(), fault));
    return true;
  }

  /** Clears an alarm, unless it was confirmed within a time. */
  @Transactional
  boolean clear(Alarm alarm, Duration quiet) {
    return jdbc.sql(
                """
                delete from alarm
                where id = :id
                  and seen_at
                    <= current_timestamp - cast(:seconds as integer) * interval '1' second
                """)
            .param("id", alarm.id())
            .param("seconds", quiet.toSeconds())
            .update()
        > 0;
  }

  private Optional<Long> id(Fault fault) {
    return jdbc.sql("select id from alarm where kind = :kind and subject = :subject")
        .param("kind", fault.kind().name())
        .param("subject", fault.subject())
        .query(Long.class)
        .optional();
  }
}
