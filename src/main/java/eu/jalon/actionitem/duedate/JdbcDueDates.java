package eu.jalon.actionitem.duedate;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /**
   * An open action item with the inputs of its due date.
   *
   * @param openedAt when its ministry got it
   */
  record DatedItem(
      String id,
      CommitmentRef ref,
      Step step,
      DueOffset offset,
      MinistryCode ministry,
      Instant openedAt,
      boolean handedOver,
      @Nullable LocalDate dueOn,
      Cooperation cooperation) {

    /** Whether it is due on the deadline at the latest, even if that passed before the opening. */
    boolean isFirstStep() {
      return step == Step.TAKE_CHARGE && !handedOver;
    }

    /** The same item with other dates of its commitment and its meeting. */
    DatedItem with(@Nullable LocalDate deadline, @Nullable LocalDate meeting) {
      return new DatedItem(
          id,
          ref,
          step,
          offset,
          ministry,
          openedAt,
          handedOver,
          dueOn,
          new Cooperation(
              cooperation.accountable(),
              cooperation.enteredAt(),
              cooperation.rule(),
              deadline,
              meeting));
    }
  }

  /** The inputs of the evidence intervals of a commitment. */
  record Cooperation(
      PartyCode accountable,
      Instant enteredAt,
      DeadlineRule rule,
      @Nullable LocalDate deadline,
      @Nullable LocalDate summit) {}

  private static final String OPEN_ITEMS =
      """
      select i.id, i.ref, i.step, i.due_offset, i.ministry,
             coalesce(i.handed_over_at, i.created_at) as opened_at, i.handed_over_at,
             i.due_on as item_due_on, c.accountable, c.entered_at, c.deadline_rule, c.due_on,
             c.held_on
      from action_item i
      join action_item_commitment c on c.ref = i.ref
      where i.status = 'OPEN' and
      """;

  List<DatedItem> openItems(Collection<CommitmentRef> refs) {
    return jdbc.sql(OPEN_ITEMS + " i.ref = any(:refs)")
        .param("refs", values(refs))
        .query(JdbcDueDates::openItem)
        .list();
  }

  Optional<DatedItem> openItem(String id) {
    return jdbc.sql(OPEN_ITEMS + " i.id = :id")
        .param("id", id)
        .query(JdbcDueDates::openItem)
        .optional();
  }

  /** Sets the offset from which the due date of an open item is computed. */
  void setOffset(String id, DueOffset offset) {
    setOffsets(Map.of(offset, List.of(id)));
  }

  /** Sets the offsets of open items, with one statement for each offset. */
  void setOffsets(Map<DueOffset, List<String>> offsets) {
    offsets.forEach(
        (offset, ids) ->
            jdbc.sql(
                    """
                    update action_item set due_offset = :offset
                    where id = any(:ids) and status = 'OPEN'
                    """)
                .param("offset", offset.toString())
                .param("ids", ids.toArray(String[]::new))
                .update());
  }

  /** Returns the standing cooperations among the commitments. */
  Map<CommitmentRef, Cooperation> cooperations(Collection<CommitmentRef> refs) {
    Map<CommitmentRef, Cooperation> found = new HashMap<>();
    jdbc.sql(
            """
            select ref, accountable, entered_at, deadline_rule, due_on, held_on
            from action_item_commitment
            where track = 'STANDING_COOPERATION' and ref = any(:refs)
            """)
        .param("refs", values(refs))
        .query(
            row -> {
              found.put(new CommitmentRef(row.getString("ref")), cooperation(row));
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
                            date_changes = date_changes + 1,
                            on_time_until =
                              (select least(cast(:dueOn as date), c.due_on)
                               from action_item_commitment c where c.ref = action_item.ref)
                        where id = any(:ids) and status = 'OPEN'
                        """)
                    .param("dueOn", dueOn.orElse(null), Types.DATE)
                    .param("movedOn", movedOn, Types.DATE)
                    .param("ids", ids)
                    .update());
  }

  /** Copies what open items repeat of their commitments, where it changed. */
  void copyFromCommitments(Collection<CommitmentRef> refs) {
    jdbc.sql(
            """
            update action_item
            set (theme, on_time_until) =
              (select c.theme, least(action_item.due_on, c.due_on)
               from action_item_commitment c where c.ref = action_item.ref)
            where ref = any(:refs) and status = 'OPEN'
              and exists
                (select 1 from action_item_commitment c
                 where c.ref = action_item.ref
                   and (c.theme <> action_item.theme
                     or least(action_item.due_on, c.due_on)
                          is distinct from action_item.on_time_until))
            """)
        .param("refs", values(refs))
        .update();
  }

  /**
   * The commitments in progress whose due date depends on a meeting, by reference, with the parties
   * that have not answered what becomes of them and are not asked.
   */
  public Map<CommitmentRef, Set<PartyCode>> unpreparedFor(MeetingId meeting) {
    Map<CommitmentRef, Set<PartyCode>> unprepared = new TreeMap<>();
    jdbc.sql(
            """
            select l.ref, l.party
            from action_item_commitment c
            join action_item_lead l on l.ref = c.ref
            where c.due_meeting_id = :meeting and c.status = 'IN_PROGRESS'
              and not exists
                (select 1 from action_item_closing a where a.ref = l.ref and a.party = l.party)
              and not exists
                (select 1 from action_item i
                 where i.ref = l.ref and i.step = :step and i.status = 'OPEN'
                   and i.ministry like l.party || '-%')
            """)
        .param("meeting", meeting.value())
        .param("step", Step.DECIDE_CLOSING.key())
        .query(
            row -> {
              unprepared
                  .computeIfAbsent(new CommitmentRef(row.getString("ref")), ref -> new TreeSet<>())
                  .add(new PartyCode(row.getString("party")));
            });
    return unprepared;
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
        instant(row, "opened_at"),
        row.getObject("handed_over_at") != null,
        row.getObject("item_due_on", LocalDate.class),
        cooperation(row));
  }

  private static Cooperation cooperation(ResultSet row) throws SQLException {
    return new Cooperation(
        new PartyCode(row.getString("accountable")),
        instant(row, "entered_at"),
        DeadlineRule.parse(row.getString("deadline_rule")),
        row.getObject("due_on", LocalDate.class),
        row.getObject("held_on", LocalDate.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
