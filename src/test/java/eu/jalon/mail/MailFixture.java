package eu.jalon.mail;

import com.icegreen.greenmail.util.GreenMail;
import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.mail.queue.Dispatcher;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail module with a database and a composer set by tests. */
public final class MailFixture implements AutoCloseable {

  static final LocalDate DAY = LocalDate.of(2027, 3, 1);
  static final CommitmentRef REF = new CommitmentRef("VD2023-2.06");

  final TestDatabase.Opened database;
  public final TestClock clock = TestClock.at("2027-03-01T07:00");
  public final TestRooms rooms;

  /** The content of composed e-mails; a test may replace it. */
  public Function<Email, Optional<ComposedEmail>> composer =
      email ->
          Optional.of(
              new ComposedEmail("Objet pour " + email.person(), "Texte été", "<p>Texte été</p>"));

  private MailFixture(TestDatabase database) {
    this.database = database.open();
    this.rooms = new TestRooms(this.database, clock).bean(EmailComposer.class, this::composed);
  }

  private Map<UUID, ComposedEmail> composed(
      Collection<Email> emails, EmailComposer.Purpose purpose) {
    Map<UUID, ComposedEmail> composed = new HashMap<>();
    for (Email email : emails) {
      composer.apply(email).ifPresent(content -> composed.put(email.id(), content));
    }
    return composed;
  }

  static MailFixture withFolder(TestDatabase database, Path folder) {
    MailFixture fixture = new MailFixture(database);
    fixture.rooms.property("jalon.mail.folder", folder.toString()).open("mail");
    return fixture;
  }

  public static MailFixture with(TestDatabase database, GreenMail relay) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(relay.getSmtp().getBindTo());
    sender.setPort(relay.getSmtp().getPort());
    return with(database, sender);
  }

  public static MailFixture with(
      TestDatabase database, JavaMailSenderImpl sender, String... settings) {
    MailFixture fixture = new MailFixture(database);
    fixture.rooms.bean(JavaMailSenderImpl.class, sender);
    for (int i = 0; i < settings.length; i += 2) {
      fixture.rooms.property(settings[i], settings[i + 1]);
    }
    fixture.rooms.open("mail");
    return fixture;
  }

  public static NewEmail emailTo(String person) {
    return new NewEmail(
        new PersonId(person),
        new EmailAddress(person + "@example.org"),
        DAY,
        "DIGEST",
        Texts.FR,
        "Sujet prévu",
        List.of(REF),
        Duration.ZERO);
  }

  public MailQueue mailQueue() {
    return rooms.get(MailQueue.class);
  }

  public Dispatcher dispatcher() {
    return rooms.get(Dispatcher.class);
  }

  public UUID put(String person) {
    List<UUID> ids = new ArrayList<>();
    rooms.inTransaction(
        r ->
            ids.add(
                r.get(MailQueue.class).putAll(List.of(emailTo(person))).get(new PersonId(person))));
    return ids.get(0);
  }

  public Email email(UUID id) {
    return mailQueue().get(id);
  }

  /** Moves all due times and leases in the database to the past. */
  public void timePasses() {
    database
        .jdbc()
        .sql(
            """
            update mail_relay set closed_until = null
            """)
        .update();
    database
        .jdbc()
        .sql(
            """
            update email
            set next_attempt_at = current_timestamp - interval '1' second,
                lease_until = case when lease_until is null then null
                                   else current_timestamp - interval '1' second end
            """)
        .update();
  }

  /** Minutes until the next attempt, by the database's clock. */
  long minutesToNextAttempt(UUID id) {
    return Math.round(
        database
                .jdbc()
                .sql(
                    """
                    select extract(epoch from next_attempt_at) - extract(epoch from current_timestamp)
                    from email where id = :id
                    """)
                .param("id", id)
                .query(Double.class)
                .single()
            / 60);
  }

  @Override
  public void close() {
    rooms.close();
    database.close();
  }
}
