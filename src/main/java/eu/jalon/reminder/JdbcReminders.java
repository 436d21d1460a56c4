package eu.jalon.reminder;

import eu.jalon.directory.Person;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.paging.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores reminders; all statements work on many rows. */
@Repository
public class JdbcReminders {

  private static final int CHUNK = 5000;

  private static final String SELECT =
      """
      select id, on_date, action_item_id, ref, person_id, recipient_role, stage, rule, stands_for, due_on,
             email_id, suppressed, omission, first_mention
      from reminder
      """;

  /** One array per column: one statement for a chunk, whatever the number of rows. */
  private static final String INSERT =
      """
      insert into reminder
        (on_date, action_item_id, ref, person_id, recipient_role, stage, rule, stands_for, due_on,
         email_id, suppressed, first_mention)
      select cast(:on as date), n.item, n.ref, n.person, n.recipient_role, n.stage, n.rule, n.stands_for,
             cast(n.due_on as date), cast(n.email as uuid), n.suppressed,
             cast(n.first_mention as boolean)
      from unnest(cast(:item as varchar array), cast(:ref as varchar array),
                  cast(:person as varchar array), cast(:recipientRole as varchar array),
                  cast(:stage as varchar array), cast(:rule as varchar array),
                  cast(:standsFor as varchar array), cast(:dueOn as varchar array),
                  cast(:email as varchar array), cast(:suppressed as varchar array),
                  cast(:firstMention as varchar array))
        as n (item, ref, person, recipient_role, stage, rule, stands_for, due_on, email, suppressed,
              first_mention)
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcReminders(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * The recorded reminders of the given items, up to and including a day. A reminder counts as sent
   * if its e-mail was sent or still can be; it does not count if the e-mail was dropped or refused,
   * if its day is over, or if it left the item out. Manual reminders are not part of the history,
   * since they are no stage of the reminder policy.
   */
  public ReminderHistory historyOf(Collection<String> actionItemIds, LocalDate day) {
    return new ReminderHistory(
        jdbc.sql(
                """
                select n.action_item_id, n.due_on, n.person_id, n.recipient_role, n.stage, n.suppressed,
                       max(n.on_date) as last_on
                from unnest(cast(:ids as varchar array)) as i (id)
                join reminder n on n.action_item_id = i.id
                left join reminder_email l on l.id = n.email_id
                where n.on_date <= :day and n.omission is null
                  and n.stage <> 'MANUAL'
                  and (n.email_id is null
                    or l.status in ('SENT', 'SENDING', 'BOUNCED')
                    or (l.status in ('QUEUED', 'RETRY', 'UNKNOWN') and l.on_date = :day))
                group by n.action_item_id, n.due_on, n.person_id, n.recipient_role, n.stage, n.suppressed
                """)
            .param("ids", actionItemIds.toArray(String[]::new))
            .param("day", day)
            .query(
                (row, n) ->
                    new ReminderHistory.Entry(
                        new Reminder.Key(
                            row.getString("action_item_id"),
                            new DueDate(row.getObject("due_on", LocalDate.class)),
                            person(row, "person_id"),
                            RecipientRole.valueOf(row.getString("recipient_role"))),
                        ReminderStage.valueOf(row.getString("stage")),
                        suppression(row),
                        row.getObject("last_on", LocalDate.class)))
            .list());
  }

  /** Whether no reminder was ever recorded. */
  public boolean isEmpty() {
    return jdbc.sql("select id from reminder fetch first 1 rows only")
        .query(Long.class)
        .optional()
        .isEmpty();
  }

  /** Inserts reminders, each linked to the e-mail of its recipient if there is one. */
  public void insert(LocalDate on, List<Reminder> reminders, Map<PersonId, UUID> emails) {
    for (int from = 0; from < reminders.size(); from += CHUNK) {
      List<Reminder> chunk = reminders.subList(from, Math.min(reminders.size(), from + CHUNK));
      jdbc.sql(INSERT)
          .param("on", on)
          .param("item", Column.of(chunk, reminder -> reminder.item().id()))
          .param("ref", Column.of(chunk, reminder -> reminder.item().ref().value()))
          .param("person", Column.of(chunk, reminder -> recipientId(reminder)))
          .param("recipientRole", Column.of(chunk, reminder -> reminder.recipientRole().name()))
          .param("stage", Column.of(chunk, reminder -> reminder.stage().name()))
          .param("rule", Column.of(chunk, Reminder::rule))
          .param("standsFor", Column.of(chunk, Reminder::standsFor))
          .param("dueOn", Column.of(chunk, reminder -> reminder.due().day()))
          .param("email", Column.of(chunk, reminder -> email(reminder, emails)))
          .param("suppressed", Column.of(chunk, Reminder::suppression))
          .param("firstMention", Column.of(chunk, Reminder::firstMention))
          .update();
    }
  }

  /** Copies the reminders of an e-mail to the e-mail that sends it again on another day. */
  public void copyToResend(UUID email, UUID resend, LocalDate on) {
    jdbc.sql(
            """
            insert into reminder
              (on_date, action_item_id, ref, person_id, recipient_role, stage, rule, stands_for, due_on,
               email_id, first_mention)
            select cast(:on as date), action_item_id, ref, person_id, recipient_role, stage, rule,
                   stands_for, due_on, cast(:resend as uuid), first_mention
            from reminder
            where email_id = :email
            """)
        .param("on", on)
        .param("resend", resend)
        .param("email", email)
        .update();
  }

  public List<RecordedReminder> ofEmails(Collection<UUID> emails) {
    return jdbc.sql(SELECT + "where email_id in (:emails) order by due_on, action_item_id, id")
        .param("emails", emails)
        .query(JdbcReminders::entry)
        .list();
  }

  /** The reminders of one commitment in the given e-mails, earliest due date first. */
  public List<RecordedReminder> ofEmailsAbout(
      Collection<UUID> emails, CommitmentRef ref, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where email_id in (:emails) and ref = :ref
                order by due_on, action_item_id, id
                limit :limit
                """)
        .param("emails", emails)
        .param("ref", ref.value())
        .param("limit", limit)
        .query(JdbcReminders::entry)
        .list();
  }

  /** The recorded reminders of an item up to and including a day, latest first. */
  public List<RecordedReminder> ofItem(String actionItemId, LocalDate until, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where action_item_id = :item and on_date <= :until
                order by on_date desc, id desc
                limit :limit
                """)
        .param("item", actionItemId)
        .param("until", until)
        .param("limit", limit)
        .query(JdbcReminders::entry)
        .list();
  }

  /**
   * A calendar entry that a person got, and what became of its item.
   *
   * @param ahead whether the item is open and due on the day or later
   */
  public record SentEntry(
      PersonId person, CancelledEntry entry, MinistryCode ministry, boolean ahead) {}

  /**
   * Returns the calendar entries from a day on that were sent to people and not cancelled by
   * another e-mail than the given ones. For each person an index leads to the days asked for; H2
   * would read all that a person ever received if the people stood in a list.
   */
  public List<SentEntry> sentEntries(
      Collection<PersonId> people, LocalDate from, Collection<UUID> emails) {
    if (people.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select n.person_id, n.action_item_id, n.ref, max(n.due_on) as due_on, i.ministry,
                   i.date_changes,
                   coalesce(i.status = 'OPEN' and i.due_on >= :from, false) as ahead
            from unnest(cast(:people as varchar array)) as p (id)
            join reminder n on n.person_id = p.id and n.due_on >= :from
            join reminder_item i on i.id = n.action_item_id
            join reminder_email l on l.id = n.email_id and l.status = 'SENT'
            where n.first_mention and n.omission is null
              and (n.cancelled_in is null or n.cancelled_in in (:emails))
            group by n.person_id, n.action_item_id, n.ref, i.ministry, i.status, i.due_on,
                     i.date_changes
            order by due_on, n.action_item_id
            """)
        .param("people", Column.of(List.copyOf(people), PersonId::value))
        .param("from", from)
        .param("emails", emails)
        .query(
            (row, n) ->
                new SentEntry(
                    new PersonId(row.getString("person_id")),
                    new CancelledEntry(
                        row.getString("action_item_id"),
                        new CommitmentRef(row.getString("ref")),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("date_changes")),
                    new MinistryCode(row.getString("ministry")),
                    row.getBoolean("ahead")))
        .list();
  }

  /** Records that an e-mail cancels the calendar entries of a person. */
  public void recordCancellations(UUID email, PersonId person, Collection<String> actionItemIds) {
    batches.batchUpdate(
        """
        update reminder set cancelled_in = :email
        where action_item_id = :item and person_id = :person and first_mention
        """,
        actionItemIds.stream()
            .map(
                item ->
                    new MapSqlParameterSource("email", email)
                        .addValue("item", item)
                        .addValue("person", person.value()))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** Records why e-mails leave out reminders; a null reason clears an earlier one. */
  public void recordOmissions(Map<Long, @Nullable OmissionReason> byId) {
    batches.batchUpdate(
        "update reminder set omission = :omission where id = :id",
        byId.entrySet().stream()
            .map(
                e -> {
                  OmissionReason omission = e.getValue();
                  return new MapSqlParameterSource("id", e.getKey())
                      .addValue("omission", omission == null ? null : omission.name());
                })
            .toArray(MapSqlParameterSource[]::new));
  }

  private static @Nullable PersonId recipientId(Reminder reminder) {
    return reminder.recipient().map(Person::id).orElse(null);
  }

  private static @Nullable UUID email(Reminder reminder, Map<PersonId, UUID> emails) {
    PersonId recipient = recipientId(reminder);
    return recipient == null || reminder.suppressed().isPresent() ? null : emails.get(recipient);
  }

  private static RecordedReminder entry(ResultSet row, int n) throws SQLException {
    String omission = row.getString("omission");
    return new RecordedReminder(
        row.getLong("id"),
        row.getObject("on_date", LocalDate.class),
        row.getString("action_item_id"),
        new CommitmentRef(row.getString("ref")),
        person(row, "person_id"),
        RecipientRole.valueOf(row.getString("recipient_role")),
        ReminderStage.valueOf(row.getString("stage")),
        row.getString("rule"),
        person(row, "stands_for"),
        new DueDate(row.getObject("due_on", LocalDate.class)),
        row.getObject("email_id", UUID.class),
        suppression(row),
        omission == null ? null : OmissionReason.valueOf(omission),
        row.getBoolean("first_mention"));
  }

  private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
    String id = row.getString(column);
    return id == null ? null : new PersonId(id);
  }

  private static @Nullable Suppression suppression(ResultSet row) throws SQLException {
    String name = row.getString("suppressed");
    return name == null ? null : Suppression.valueOf(name);
  }
}
