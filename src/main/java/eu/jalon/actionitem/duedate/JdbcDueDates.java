package eu.jalon.actionitem.duedate;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.commitment.deadline.EvidenceSchedule;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Set-based queries and updates of the due dates of commitments and action items. */
@Repository
public class JdbcDueDates {

  private final JdbcClient jdbc;

  JdbcDueDates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An open action item with the inputs of its due date. */
  record DatedItem(
      String id,
      CommitmentRef ref,
      Step step,
      DueOffset offset,
      MinistryCode ministry,
      LocalDate openedOn,
      @Nullable LocalDate dueOn,
      LocalDate enteredOn,
      DeadlineRule rule,
      @Nullable LocalDate deadline,
      @Nullable LocalDate summit) {}

  List<DatedItem> openItems(Collection<CommitmentRef> refs) {
    return jdbc.sql(
            """
            select i.id, i.ref, i.step, i.due_offset, i.ministry, i.created_at, i.due_on,
                   c.entered_at, c.deadline_rule, c.due_on as deadline, c.held_on
            from action_item i
            join action_item_commitment c on c.ref = i.ref
            where i.status = 'OPEN' and i.ref = any(:refs)
            """)
        .param("refs", values(refs))
        .query(JdbcDueDates::openItem)
        .list();
  }

  /** Returns the evidence schedule of each standing cooperation among the commitments. */
  Map<CommitmentRef, EvidenceSchedule> schedules(Collection<CommitmentRef> refs) {
    Map<CommitmentRef, EvidenceSchedule> found = new HashMap<>();
    jdbc.sql(
            """
            select ref, entered_at, deadline_rule, due_on, held_on
            from action_item_commitment
            where track = 'STANDING_COOPERATION' and ref = any(:refs)
            """)
        .param("refs", values(refs))
        .query(
            row -> {
              found.put(
                  new CommitmentRef(row.getString("ref")),
                  EvidenceSchedule.of(
                      day(row, "entered_at"),
                      DeadlineRule.parse(row.getString("deadline_rule")),
                      row.getObject("due_on", LocalDate.class),
                      row.getObject("held_on", LocalDate.class)));
            });
    return found;
  }

  /**
   * Updates the due dates of items with one statement for each date.
   *
   * @param movedOn the day of the change, for notifying the ministries; absent if they are not
   *     notified
   */
  void updateItems(Collection<CommitmentProcesses.TaskDate> dates, @Nullable LocalDate movedOn) {
    CommitmentProcesses.TaskDate.byDate(dates)
        .forEach(
            (dueOn, ids) ->
                jdbc.sql(
                        """
                        update action_item
                        set due_on = :dueOn, moved_on = coalesce(:movedOn, moved_on),
                            date_changes = date_changes + 1
                        where id = any(:ids) and status = 'OPEN'
                        """)
                    .param("dueOn", dueOn.orElse(null), Types.DATE)
                    .param("movedOn", movedOn, Types.DATE)
                    .param("ids", ids)
                    .update());
  }

  /** Returns the number of open action items of the commitments. */
  public int countOpen(Collection<CommitmentRef> refs) {
    return jdbc.sql("select count(*) from action_item where status = 'OPEN' and ref = any(:refs)")
        .param("refs", values(refs))
        .query(Integer.class)
        .single();
  }

  /** The ministries with an open item of a commitment whose due date depends on a meeting. */
  public List<MinistryCode> ministriesDueAt(MeetingId meeting) {
    return jdbc.sql(
            """
            select distinct i.ministry
            from action_item i
            join action_item_commitment c on c.ref = i.ref
            where i.status = 'OPEN' and c.due_meeting_id = :meeting
              and c.status = 'IN_PROGRESS' and c.deadline_rule like 'S-%'
            """)
        .param("meeting", meeting.value())
        .query((row, n) -> new MinistryCode(row.getString("ministry")))
        .list();
  }

  /**
   * The commitments in progress whose due date depends on a meeting and whose closing was not
   * prepared, by reference.
   */
  public List<CommitmentRef> unpreparedFor(MeetingId meeting) {
    return jdbc.sql(
            """
            select c.ref
            from action_item_commitment c
            where c.due_meeting_id = :meeting and c.status = 'IN_PROGRESS' and not exists
              (select 1 from action_item i where i.ref = c.ref and i.step = :step)
            order by c.ref
            """)
        .param("meeting", meeting.value())
        .param("step", Step.DECIDE_CLOSING.key())
        .query((row, n) -> new CommitmentRef(row.getString("ref")))
        .list();
  }

  private static String[] values(Collection<CommitmentRef> refs) {
    return refs.stream().map(CommitmentRef::value).toArray(String[]::new);
  }

  private static DatedItem openItem(ResultSet row, int n) throws SQLException {
    return new DatedItem(
        row.getString("id"),
        new CommitmentRef(row.getString("ref")),
        Step.of(row.getString("step")),
        DueOffset.parse(row.getString("due_offset")),
        new MinistryCode(row.getString("ministry")),
        day(row, "created_at"),
        row.getObject("due_on", LocalDate.class),
        day(row, "entered_at"),
        DeadlineRule.parse(row.getString("deadline_rule")),
        row.getObject("deadline", LocalDate.class),
        row.getObject("held_on", LocalDate.class));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class)
        .atZoneSameInstant(BrusselsTime.ZONE)
        .toLocalDate();
  }
}
