package eu.jalon.commitment.deadline;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PartyCode;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The due dates of commitments that depend on the date of a meeting. */
@Repository
public class JdbcDeadlines {

  private static final String DEPENDENT =
      """
      select ref, deadline_rule, accountable, due_on
      from commitment
      where due_meeting_id = :meeting and status = 'IN_PROGRESS'
      order by ref
      """;

  private final JdbcClient jdbc;

  JdbcDeadlines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A commitment in progress whose due date depends on a meeting. */
  public record Dependent(
      CommitmentRef ref, DeadlineRule rule, PartyCode accountable, @Nullable LocalDate dueOn) {}

  /** The commitments in progress whose due date depends on a meeting, by reference. */
  public List<Dependent> dependingOn(MeetingId meeting) {
    return dependents(meeting, DEPENDENT);
  }

  /** The same, locked until the caller's transaction ends. */
  public List<Dependent> lockDependingOn(MeetingId meeting) {
    return dependents(meeting, DEPENDENT + " for update");
  }

  private List<Dependent> dependents(MeetingId meeting, String sql) {
    return jdbc.sql(sql)
        .param("meeting", meeting.value())
        .query(
            (row, n) ->
                new Dependent(
                    new CommitmentRef(row.getString("ref")),
                    DeadlineRule.parse(row.getString("deadline_rule")),
                    new PartyCode(row.getString("accountable")),
                    row.getObject("due_on", LocalDate.class)))
        .list();
  }

  /** Writes the new due dates of commitments, with one statement for each date. */
  public void change(List<DateChange> changes) {
    Map<Optional<LocalDate>, List<String>> byDate =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    DateChange::to,
                    Collectors.mapping(change -> change.ref().value(), Collectors.toList())));
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
}
