package eu.jalon.reminder.news;

import eu.jalon.TestDatabase;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.absence.Absence;
import eu.jalon.directory.absence.Absences;
import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailQueue;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reminder module with a commitment that has an associated ministry, and with its history. */
final class NewsFixture implements AutoCloseable {

  static final CommitmentRef REF = ReminderFixture.REF;

  final ReminderFixture reminders;

  NewsFixture(TestDatabase database, Path folder) {
    reminders = ReminderFixture.at(database, folder, ReminderFixture.MONDAY);
    people(ReminderFixture.person("be-jus", Texts.FR, Role.FOCAL_POINT, "BE-JUS"));
    update("insert into commitment_associate (ref, ministry) values ('VD2023-2.06', 'BE-JUS')");
  }

  void people(Person... people) {
    reminders.rooms.get(Directory.class).enter(List.of(), List.of(people));
  }

  /** Lets a colleague substitute a person today. */
  void absent(Person person, Person substitute) {
    LocalDate today = reminders.today();
    reminders
        .rooms
        .get(Absences.class)
        .enter(new Absence(0, person.id(), today, today, substitute.id()), person);
  }

  void update(String sql) {
    reminders.database.jdbc().sql(sql).update();
  }

  /** Enters another commitment with the ministries of the first one. */
  void enter(CommitmentRef ref) {
    reminders
        .database
        .jdbc()
        .sql(
            """
            insert into commitment
              (ref, meeting_id, theme, position, title, track, accountable, deadline_rule, status,
               entered_at, entered_by)
            select cast(:ref as varchar), meeting_id, theme, cast(:position as integer), title,
                   track, accountable, deadline_rule, status, entered_at, entered_by
            from commitment
            where ref = 'VD2023-2.06'
            """)
        .param("ref", ref.value())
        .param("position", ref.position())
        .update();
    copy("commitment_lead", "party, ministry", ref);
    copy("commitment_associate", "ministry", ref);
  }

  /** Lets a person follow a commitment from now on, whether they may see it or not. */
  void follow(CommitmentRef ref, String person) {
    reminders
        .database
        .jdbc()
        .sql(
            """
            insert into commitment_follower (ref, person_id, followed_at)
            values (:ref, :person, :at)
            """)
        .param("ref", ref.value())
        .param("person", person)
        .param("at", reminders.clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Enters the commitment that continues the first one. */
  CommitmentRef continued() {
    CommitmentRef ref = CommitmentRef.of(REF.meeting(), 2, 60);
    enter(ref);
    update("update commitment set carried_from = 'VD2023-2.06' where ref = 'VD2023-2.60'");
    update("insert into commitment_earlier (ref, earlier) values ('VD2023-2.60', 'VD2023-2.06')");
    return ref;
  }

  private void copy(String table, String columns, CommitmentRef ref) {
    reminders
        .database
        .jdbc()
        .sql(
            "insert into %1$s (ref, %2$s) select cast(:ref as varchar), %2$s from %1$s"
                    .formatted(table, columns)
                + " where ref = 'VD2023-2.06'")
        .param("ref", ref.value())
        .update();
  }

  void changed(
      CommitmentChange.Type type,
      @Nullable String from,
      @Nullable String to,
      @Nullable String reason,
      String by) {
    changed(REF, type, from, to, reason, by);
  }

  /** Adds an entry to a history, with the request or proposal of which it tells. */
  void changed(
      CommitmentRef ref,
      CommitmentChange.Type type,
      @Nullable String from,
      @Nullable String to,
      @Nullable String reason,
      String by) {
    switch (type) {
      case EXTENSION_ASKED -> request(ref, "EXTENSION", by);
      case REASSIGNMENT_ASKED -> request(ref, "REASSIGNMENT", by);
      case PROPOSED ->
          asked(
              """
              insert into proposal (kind, ref, party, reason, proposed_at, proposed_by, status)
              values (:kind, :ref, 'FR', '', :at, :by, 'OPEN')
              """,
              ref,
              String.valueOf(to),
              by);
      default -> {
        // tells of no request
      }
    }
    CommitmentChange change =
        new CommitmentChange(
            ref, type, from, to, reason, reminders.clock.instant(), new PersonId(by));
    reminders.rooms.inTransaction(rooms -> rooms.get(JdbcHistory.class).add(List.of(change)));
  }

  /** Adds a request of which no history tells. */
  void request(CommitmentRef ref, String kind, String by) {
    asked(
        """
        insert into commitment_request (kind, ref, party, reason, asked_at, asked_by, status)
        values (:kind, :ref, 'BE', '', :at, :by, 'ASKED')
        """,
        ref,
        kind,
        by);
  }

  private void asked(String sql, CommitmentRef ref, String kind, String by) {
    reminders
        .database
        .jdbc()
        .sql(sql)
        .param("kind", kind)
        .param("ref", ref.value())
        .param("at", reminders.clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", by)
        .update();
  }

  /** Runs the round of a day, at 07:05. */
  void round(String day) {
    reminders.clock.moveTo(day + "T07:05");
    reminders.run();
  }

  /** Runs the round of a day and sends its e-mails. */
  void sent(String day) {
    round(day);
    reminders.dispatch();
  }

  /** Ends the delivery of an e-mail. */
  void close(UUID email, EmailStatus status) {
    reminders
        .database
        .jdbc()
        .sql("update email set status = :status, closed_at = current_timestamp where id = :id")
        .param("status", status.name())
        .param("id", email)
        .update();
  }

  /** The text of today's e-mail to a person; fails without one. */
  String text(String person) {
    return text(reminders.emailTo(person).id());
  }

  String text(UUID email) {
    return composed(email).text();
  }

  ComposedEmail composed(UUID email) {
    return reminders.rooms.get(MailQueue.class).preview(email).orElseThrow();
  }

  @Override
  public void close() {
    reminders.close();
  }
}
