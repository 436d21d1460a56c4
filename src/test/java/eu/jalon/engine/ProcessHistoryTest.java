package eu.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.DemoOnH2;
import eu.jalon.EnteredItem;
import eu.jalon.SessionClient;
import eu.jalon.Withdrawal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks that the history of processes is deleted when it has been kept long enough. */
@DemoOnH2
class ProcessHistoryTest {

  @LocalServerPort private int port;
  @Autowired private ProcessHistory history;
  @Autowired private JdbcClient jdbc;

  @Test
  void operator12_theHistoryOfAProcessThatEndedLongAgoIsDeletedAndNoOther() {
    SessionClient coordinator = SessionClient.signedIn(port, "coord-be");
    EnteredItem running = EnteredItem.enter(coordinator, jdbc);
    EnteredItem old = ended(coordinator, "2020-12-31 23:59:00");
    EnteredItem kept = ended(coordinator, "2021-01-01 00:01:00");
    assertThat(rows("act_hi_taskinst", old)).isPositive();

    int deleted = history.deleteBefore(Instant.parse("2021-01-01T00:00:00Z"), 100);

    assertThat(deleted).isPositive();
    assertThat(rows("act_hi_procinst", old)).isZero();
    assertThat(rows("act_hi_taskinst", old)).isZero();
    assertThat(rows("act_hi_procinst", kept)).isPositive();
    assertThat(rows("act_hi_procinst", running)).isPositive();
    assertThat(history.deleteBefore(Instant.parse("2021-01-01T00:00:00Z"), 100)).isZero();
  }

  /** Withdraws a commitment, and lets its processes have ended at a time. */
  private EnteredItem ended(SessionClient coordinator, String time) {
    EnteredItem item = EnteredItem.enter(coordinator, jdbc);
    Withdrawal.agreed(port, item.ref());
    assertThat(
            jdbc.sql(
                    "update act_hi_procinst set end_time_ = timestamp '"
                        + time
                        + "' where business_key_ = :ref and end_time_ is not null")
                .param("ref", item.ref())
                .update())
        .isPositive();
    return item;
  }

  private long rows(String table, EnteredItem item) {
    return table.equals("act_hi_procinst")
        ? jdbc.sql("select count(*) from act_hi_procinst where business_key_ = :ref")
            .param("ref", item.ref())
            .query(Long.class)
            .single()
        : jdbc.sql("select count(*) from act_hi_taskinst where id_ = :id")
            .param("id", item.id())
            .query(Long.class)
            .single();
  }
}
