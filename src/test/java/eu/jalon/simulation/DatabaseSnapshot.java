package eu.jalon.simulation;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import eu.jalon.mail.EmailStatus;
import eu.jalon.reminder.OmissionReason;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the application wrote down, read whole: one statement for all items, one for all reminders.
 */
final class DatabaseSnapshot {

  /** A reminder on record beside the state of its email. */
  record Row(
      long id,
      LocalDate on,
      String item,
      CommitmentRef ref,
      @Nullable PersonId person,
      RecipientRole recipientRole,
      ReminderStage stage,
      @Nullable String rule,
      LocalDate due,
      @Nullable UUID email,
      @Nullable Suppression suppressed,
      @Nullable OmissionReason outcome,
      @Nullable EmailStatus status,
      @Nullable Instant closedAt) {

    @Override
    public String toString() {
      return "%s, item %s (%s, due %s), %s as %s at %s"
          .formatted(on, item, ref, due, person, recipientRole, stage);
    }
  }

  /** An email of a day. */
  record EmailRow(UUID id, PersonId person, EmailStatus status, @Nullable String reply) {}

  /** A commitment in progress. */
  record Running(
      CommitmentRef ref, Priority priority, String deadline, MinistryCode be, MinistryCode fr) {}

  private static final String ITEMS =
      """
      select i.id, i.ref, i.step, i.ministry, i.due_on,
             coalesce(i.handed_over_at, i.created_at) as opened_at, i.assignee, i.moved_on,
             c.due_on as deadline, c.track,
             c.priority, be.ministry as lead_of_be, fr.ministry as lead_of_fr, p.status as progress, p.reported_at, z.until_on
      from action_item i
      join commitment c on c.ref = i.ref
      join commitment_lead be on be.ref = i.ref and be.party = 'BE'
      join commitment_lead fr on fr.ref = i.ref and fr.party = 'FR'
      left join progress_report p on p.id =
        (select max(q.id) from progress_report q where q.ref = i.ref and q.ministry = i.ministry)
      left join reminder_pause z on z.action_item_id = i.id
      where i.status = 'OPEN'
      order by i.ref, i.step, i.ministry
      """;

  private static final String ROWS =
      """
      select n.id, n.on_date, n.action_item_id, n.ref, n.person_id, n.recipient_role, n.stage, n.rule,
             n.due_on, n.email_id, n.suppressed, n.omission, l.status, l.closed_at
      from reminder n
      left join email l on l.id = n.email_id
      where n.on_date = :on
      order by n.id
      """;

  private final JdbcClient jdbc;

  DatabaseSnapshot(JdbcClient jdbc) {
    this.jdbc = jdbc;
    // Only the judges of the decade ask for all reminders of a day.
    jdbc.sql("create index if not exists decade_reminder_day on reminder (on_date)").update();
  }

  /** Every open item, in an order that is the same in each run. */
  List<OpenItem> open() {
    return jdbc.sql(ITEMS).query((row, n) -> item(row)).list();
  }

  /** The due dates of all open items; empty ones are absent dates. */
  Map<String, LocalDate> dueDates() {
    Map<String, LocalDate> dates = new HashMap<>();
    jdbc.sql("select id, due_on from action_item where status = 'OPEN'")
        .query(
            row -> {
              dates.put(row.getString("id"), row.getObject("due_on", LocalDate.class));
            });
    return dates;
  }

  List<Row> reminders(LocalDate on) {
    return jdbc.sql(ROWS).param("on", on).query((row, n) -> row(row)).list();
  }

  List<EmailRow> emails(LocalDate on) {
    return jdbc.sql("select id, person_id, status, reply from email where on_date = :on")
        .param("on", on)
        .query(
            (row, n) ->
                new EmailRow(
                    row.getObject("id", UUID.class),
                    new PersonId(row.getString("person_id")),
                    EmailStatus.valueOf(row.getString("status")),
                    row.getString("reply")))
        .list();
  }

  List<Running> running() {
    return jdbc.sql(
            """
            select c.ref, c.priority, c.deadline_rule, be.ministry as lead_of_be,
                   fr.ministry as lead_of_fr
            from commitment c
            join commitment_lead be on be.ref = c.ref and be.party = 'BE'
            join commitment_lead fr on fr.ref = c.ref and fr.party = 'FR'
            where c.status = 'IN_PROGRESS'
            order by c.ref
            """)
        .query(
            (row, n) ->
                new Running(
                    new CommitmentRef(row.getString("ref")),
                    Priority.valueOf(row.getString("priority")),
                    row.getString("deadline_rule"),
                    new MinistryCode(row.getString("lead_of_be")),
                    new MinistryCode(row.getString("lead_of_fr"))))
        .list();
  }

  /** Ten years of messages do not fit into memory; nobody here reads them again. */
  void forgetMessages(LocalDate on) {
    jdbc.sql("update email set message = null where on_date = :on").param("on", on).update();
  }

  /** The last position taken in a theme; 0 while it has none. */
  int lastPosition(MeetingId meeting, int theme) {
    return jdbc.sql(
            """
            select coalesce(max(position), 0) from commitment
            where meeting_id = :meeting and theme = :theme
            """)
        .param("meeting", meeting.value())
        .param("theme", theme)
        .query(Integer.class)
        .single();
  }

  /** Emails of any day that wait to be sent or tried again. */
  int waiting() {
    return jdbc.sql("select count(*) from email where status in ('QUEUED', 'RETRY', 'UNKNOWN')")
        .query(Integer.class)
        .single();
  }

  /** Lets the database's time pass for emails that wait, and for a relay that was left alone. */
  void timePasses(long seconds) {
    jdbc.sql(
            """
            update email
            set next_attempt_at = dateadd(second, -cast(:seconds as integer), next_attempt_at)
            where status in ('QUEUED', 'RETRY', 'UNKNOWN')
            """)
        .param("seconds", seconds)
        .update();
    jdbc.sql("update mail_relay set closed_until = null where closed_until is not null").update();
  }

  private static OpenItem item(ResultSet row) throws SQLException {
    OffsetDateTime reported = row.getObject("reported_at", OffsetDateTime.class);
    return new OpenItem(
        row.getString("id"),
        new CommitmentRef(row.getString("ref")),
        Step.of(row.getString("step")),
        new MinistryCode(row.getString("ministry")),
        row.getObject("due_on", LocalDate.class),
        row.getObject("deadline", LocalDate.class),
        day(row.getObject("opened_at", OffsetDateTime.class)),
        read(row, "assignee", PersonId::new),
        row.getObject("moved_on", LocalDate.class),
        Track.valueOf(row.getString("track")),
        Priority.valueOf(row.getString("priority")),
        new MinistryCode(row.getString("lead_of_be")),
        new MinistryCode(row.getString("lead_of_fr")),
        read(row, "progress", ProgressStatus::valueOf),
        reported == null ? null : day(reported),
        row.getObject("until_on", LocalDate.class));
  }

  private static LocalDate day(OffsetDateTime at) {
    return LocalDate.ofInstant(at.toInstant(), BrusselsTime.ZONE);
  }

  private static Row row(ResultSet row) throws SQLException {
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    return new Row(
        row.getLong("id"),
        row.getObject("on_date", LocalDate.class),
        row.getString("action_item_id"),
        new CommitmentRef(row.getString("ref")),
        read(row, "person_id", PersonId::new),
        RecipientRole.valueOf(row.getString("recipient_role")),
        ReminderStage.valueOf(row.getString("stage")),
        row.getString("rule"),
        row.getObject("due_on", LocalDate.class),
        row.getObject("email_id", UUID.class),
        read(row, "suppressed", Suppression::valueOf),
        read(row, "omission", OmissionReason::valueOf),
        read(row, "status", EmailStatus::valueOf),
        closed == null ? null : closed.toInstant());
  }

  private static <T> @Nullable T read(ResultSet row, String column, Function<String, T> reading)
      throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(reading).orElse(null);
  }
}
