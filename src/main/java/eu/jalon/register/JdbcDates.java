package eu.jalon.register;

import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Country;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.OriginId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dates of commitments and their items, many at a time. */
@Repository
class JdbcDates {

  private static final int SLICE = 1000;

  private final JdbcClient jdbc;

  JdbcDates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An open action item, with what its date follows from. */
  record OpenItem(
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

  List<OpenItem> openItems(Collection<CommitmentRef> refs) {
    List<OpenItem> found = new ArrayList<>();
    for (List<String> slice : slices(refs)) {
      found.addAll(
          jdbc.sql(
                  """
                  select i.id, i.ref, i.step, i.due_offset, i.ministry, i.created_at, i.due_on,
                         c.entered_at, c.deadline_rule, c.due_on as deadline, m.held_on
                  from action_item i
                  join commitment c on c.ref = i.ref
                  left join meeting m on m.id = c.summit_id
                  where i.status = 'OPEN' and i.ref in (:refs)
                  """)
              .param("refs", slice)
              .query(JdbcDates::openItem)
              .list());
    }
    return found;
  }

  /** When each of the commitments that are standing cooperations shows that it lives. */
  Map<CommitmentRef, EvidenceSchedule> schedules(Collection<CommitmentRef> refs) {
    Map<CommitmentRef, EvidenceSchedule> found = new HashMap<>();
    for (List<String> slice : slices(refs)) {
      jdbc.sql(
              """
              select c.ref, c.entered_at, c.deadline_rule, c.due_on, m.held_on
              from commitment c
              left join meeting m on m.id = c.summit_id
              where c.track = 'STANDING_COOPERATION' and c.ref in (:refs)
              """)
          .param("refs", slice)
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
    }
    return found;
  }

  /**
   * One statement for each date, not for each item: few dates are shared by many.
   *
   * @param movedOn the day to note for the owners to hear of; absent where they need not
   */
  void items(Collection<CommitmentProcesses.TaskDate> dates, @Nullable LocalDate movedOn) {
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

  /** A commitment in progress that hangs on a summit. */
  record Hanging(
      CommitmentRef ref, DeadlineRule rule, Country accountable, @Nullable LocalDate dueOn) {}

  /** A slice of what hangs on a summit, in the order of the references, taken before its items. */
  List<Hanging> lockHanging(OriginId summit, String after, int size) {
    jdbc.sql(
            """
            select ref from commitment
            where summit_id = :summit and status = 'IN_PROGRESS' and ref > :after
            order by ref
            limit :size
            for update
            """)
        .param("summit", summit.value())
        .param("after", after)
        .param("size", size)
        .query(String.class)
        .list();
    return hanging(summit, after, size);
  }

  /** A slice of what hangs on a summit, in the order of the references. */
  List<Hanging> hanging(OriginId summit, String after, int size) {
    return jdbc.sql(
            """
            select ref, deadline_rule, accountable, due_on
            from commitment
            where summit_id = :summit and status = 'IN_PROGRESS' and ref > :after
            order by ref
            limit :size
            """)
        .param("summit", summit.value())
        .param("after", after)
        .param("size", size)
        .query(
            (row, n) ->
                new Hanging(
                    new CommitmentRef(row.getString("ref")),
                    DeadlineRule.parse(row.getString("deadline_rule")),
                    Country.valueOf(row.getString("accountable")),
                    row.getObject("due_on", LocalDate.class)))
        .list();
  }

  void commitments(Map<CommitmentRef, Optional<LocalDate>> dates) {
    Map<Optional<LocalDate>, List<String>> byDate =
        dates.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(e -> e.getKey().value(), Collectors.toList())));
    byDate.forEach(
        (dueOn, refs) ->
            jdbc.sql(
                    """
                    update commitment
                    set due_on = :dueOn, first_due_on = coalesce(first_due_on, :dueOn),
                        version = version + 1
                    where ref = any(:refs) and status = 'IN_PROGRESS'
                    """)
                .param("dueOn", dueOn.orElse(null), Types.DATE)
                .param("refs", refs.toArray(String[]::new))
                .update());
  }

  /** How many open action items the commitments have. */
  int countOpen(Collection<CommitmentRef> refs) {
    int count = 0;
    for (List<String> slice : slices(refs)) {
      count +=
          jdbc.sql("select count(*) from action_item where status = 'OPEN' and ref in (:refs)")
              .param("refs", slice)
              .query(Integer.class)
              .single();
    }
    return count;
  }

  /** How many people work for the ministries that have open items of the commitments. */
  int countPeople(OriginId summit) {
    return jdbc.sql(
            """
            select count(*)
            from person p
            where p.email is not null
              and p.ministry in
                (select i.ministry
                 from action_item i
                 join commitment c on c.ref = i.ref
                 where i.status = 'OPEN' and c.summit_id = :summit
                   and c.status = 'IN_PROGRESS' and c.deadline_rule like 'S-%')
            """)
        .param("summit", summit.value())
        .query(Integer.class)
        .single();
  }

  private static List<List<String>> slices(Collection<CommitmentRef> refs) {
    List<String> all = refs.stream().map(CommitmentRef::value).toList();
    List<List<String>> slices = new ArrayList<>();
    for (int from = 0; from < all.size(); from += SLICE) {
      slices.add(all.subList(from, Math.min(all.size(), from + SLICE)));
    }
    return slices;
  }

  private static OpenItem openItem(ResultSet row, int n) throws SQLException {
    String offset = row.getString("due_offset");
    return new OpenItem(
        row.getString("id"),
        new CommitmentRef(row.getString("ref")),
        Step.of(row.getString("step")),
        DueOffset.parse(offset == null ? "0" : offset),
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
