package eu.jalon.reminder;

import eu.jalon.directory.Person;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
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

/** Reminders as rows, read and written many at a time. */
@Repository
public class JdbcReminders {

  private static final int CHUNK = 5000;

  private static final String SELECT =
      """
      select id, on_date, action_item_id, ref, person_id, audience, stage, rule, stands_for, due_on,
             email_id, suppressed, outcome, first_told
      from reminder
      """;

  /** A column each, not a row each: what a reminder costs is then its row alone. */
  private static final String INSERT =
      """
      insert into reminder
        (on_date, action_item_id, ref, person_id, audience, stage, rule, stands_for, due_on,
         email_id, suppressed, first_told)
      select cast(:on as date), n.item, n.ref, n.person, n.audience, n.stage, n.rule, n.stands_for,
             cast(n.due_on as date), cast(n.email as uuid), n.suppressed,
             cast(n.first_told as boolean)
      from unnest(cast(:item as varchar array), cast(:ref as varchar array),
                  cast(:person as varchar array), cast(:audience as varchar array),
                  cast(:stage as varchar array), cast(:rule as varchar array),
                  cast(:standsFor as varchar array), cast(:dueOn as varchar array),
                  cast(:email as varchar array), cast(:suppressed as varchar array),
                  cast(:firstTold as varchar array))
        as n (item, ref, person, audience, stage, rule, stands_for, due_on, email, suppressed,
              first_told)
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcReminders(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * What is on record about the given items with the due dates they have now, up to a day. A
   * reminder counts as given where its email was sent or is on its way; not where the email was
   * dropped or refused, where its day went by, nor where it left the item out; and what
   * coordinators asked by hand is no stage of the reminder policy.
   */
  public ReminderHistory earlier(Collection<String> actionItemIds, LocalDate day) {
    return new ReminderHistory(
        jdbc.sql(
                """
                select n.action_item_id, n.due_on, n.person_id, n.audience, n.stage, n.suppressed,
                       max(n.on_date) as last_on
                from reminder n
                join reminder_item i on i.id = n.action_item_id and i.due_on = n.due_on
                left join reminder_email l on l.id = n.email_id
                where n.action_item_id in (:ids) and n.on_date <= :day and n.outcome is null
                  and n.stage <> 'BY_HAND'
                  and (n.email_id is null
                    or l.status in ('SENT', 'SENDING', 'BOUNCED')
                    or (l.status in ('QUEUED', 'RETRY', 'UNKNOWN') and l.on_date = :day))
                group by n.action_item_id, n.due_on, n.person_id, n.audience, n.stage, n.suppressed
                """)
            .param("ids", actionItemIds)
            .param("day", day)
            .query(
                (row, n) ->
                    new ReminderHistory.Entry(
                        new Reminder.Trace(
                            row.getString("action_item_id"),
                            new DueDate(row.getObject("due_on", LocalDate.class)),
                            person(row, "person_id"),
                            Audience.valueOf(row.getString("audience"))),
                        ReminderStage.valueOf(row.getString("stage")),
                        suppression(row),
                        row.getObject("last_on", LocalDate.class)))
            .list());
  }

  /** Writes reminders, each beside the email of its person where there is one. */
  public void insert(LocalDate on, List<Reminder> reminders, Map<PersonId, UUID> emails) {
    for (int from = 0; from < reminders.size(); from += CHUNK) {
      List<Reminder> chunk = reminders.subList(from, Math.min(reminders.size(), from + CHUNK));
      jdbc.sql(INSERT)
          .param("on", on)
          .param("item", Column.of(chunk, reminder -> reminder.item().id()))
          .param("ref", Column.of(chunk, reminder -> reminder.item().ref().value()))
          .param("person", Column.of(chunk, reminder -> reader(reminder)))
          .param("audience", Column.of(chunk, reminder -> reminder.audience().name()))
          .param("stage", Column.of(chunk, reminder -> reminder.stage().name()))
          .param("rule", Column.of(chunk, Reminder::rule))
          .param("standsFor", Column.of(chunk, Reminder::standsFor))
          .param("dueOn", Column.of(chunk, reminder -> reminder.due().day()))
          .param("email", Column.of(chunk, reminder -> email(reminder, emails)))
          .param("suppressed", Column.of(chunk, Reminder::suppression))
          .param("firstTold", Column.of(chunk, Reminder::firstTold))
          .update();
    }
  }

  /** Puts what an email was planned to say into one that sends it again, as of another day. */
  public void repeat(UUID email, UUID again, LocalDate on) {
    jdbc.sql(
            """
            insert into reminder
              (on_date, action_item_id, ref, person_id, audience, stage, rule, stands_for, due_on,
               email_id, first_told)
            select cast(:on as date), action_item_id, ref, person_id, audience, stage, rule,
                   stands_for, due_on, cast(:again as uuid), first_told
            from reminder
            where email_id = :email
            """)
        .param("on", on)
        .param("again", again)
        .param("email", email)
        .update();
  }

  public List<RecordedReminder> ofEmails(Collection<UUID> emails) {
    return jdbc.sql(SELECT + "where email_id in (:emails) order by due_on, action_item_id, id")
        .param("emails", emails)
        .query(JdbcReminders::entry)
        .list();
  }

  /** What emails were planned to say about one commitment, the most urgent first. */
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

  /** What is on record about an item up to a day, latest first. */
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

  /** Writes down why emails leave reminders out, or that they do not after all. */
  public void outcomes(Map<Long, @Nullable ItemOutcome> byId) {
    batches.batchUpdate(
        "update reminder set outcome = :outcome where id = :id",
        byId.entrySet().stream()
            .map(
                e -> {
                  ItemOutcome outcome = e.getValue();
                  return new MapSqlParameterSource("id", e.getKey())
                      .addValue("outcome", outcome == null ? null : outcome.name());
                })
            .toArray(MapSqlParameterSource[]::new));
  }

  private static @Nullable PersonId reader(Reminder reminder) {
    return reminder.recipient().map(Person::id).orElse(null);
  }

  private static @Nullable UUID email(Reminder reminder, Map<PersonId, UUID> emails) {
    PersonId reader = reader(reminder);
    return reader == null || reminder.suppressed().isPresent() ? null : emails.get(reader);
  }

  private static RecordedReminder entry(ResultSet row, int n) throws SQLException {
    String outcome = row.getString("outcome");
    return new RecordedReminder(
        row.getLong("id"),
        row.getObject("on_date", LocalDate.class),
        row.getString("action_item_id"),
        new CommitmentRef(row.getString("ref")),
        person(row, "person_id"),
        Audience.valueOf(row.getString("audience")),
        ReminderStage.valueOf(row.getString("stage")),
        row.getString("rule"),
        person(row, "stands_for"),
        new DueDate(row.getObject("due_on", LocalDate.class)),
        row.getObject("email_id", UUID.class),
        suppression(row),
        outcome == null ? null : ItemOutcome.valueOf(outcome),
        row.getBoolean("first_told"));
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
