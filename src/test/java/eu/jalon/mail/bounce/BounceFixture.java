package eu.jalon.mail.bounce;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.zaxxer.hikari.HikariDataSource;
import eu.jalon.TestDatabase;
import eu.jalon.mail.MailFixture;
import eu.jalon.mail.incoming.IncomingMail;
import eu.jalon.shared.EmailAddress;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail module with a mail server for SMTP and the mailbox of delivery reports. */
public final class BounceFixture implements AutoCloseable {

  static final EmailAddress ADDRESS = new EmailAddress("be-ibz@example.org");

  final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()
          });
  final GreenMailUser mailbox;
  public final MailFixture mailQueue;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  public BounceFixture(TestDatabase database, String... settings) {
    mail.start();
    mailbox = mail.setUser("jalon@example.org", "jalon", "secret");
    mailQueue = MailFixture.with(database, sender(), all(settings));
    log.start();
    logger().addAppender(log);
  }

  private JavaMailSenderImpl sender() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(mail.getSmtp().getBindTo());
    sender.setPort(mail.getSmtp().getPort());
    return sender;
  }

  private String[] all(String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "jalon.mail.bounces.host", mail.getImap().getBindTo(),
                "jalon.mail.bounces.port", String.valueOf(mail.getImap().getPort()),
                "jalon.mail.bounces.user", "jalon",
                "jalon.mail.bounces.password", "secret",
                "jalon.mail.bounces.ssl", "false"));
    settings.addAll(List.of(more));
    return settings.toArray(String[]::new);
  }

  /** Sends an e-mail. */
  public UUID sent(String person) {
    UUID id = mailQueue.put(person);
    mailQueue.dispatcher().dispatch();
    return id;
  }

  /** Delivers a sample message to the mailbox, with the Message-ID of an e-mail. */
  void arrives(String sample, UUID email) {
    arrives(sample(sample, email));
  }

  public void arrives(String message) {
    try {
      String lines = message.replace("\n", "\r\n");
      mailbox.deliver(
          new MimeMessage(
              (Session) null, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static String sample(String name, UUID email) {
    try (InputStream in = BounceFixture.class.getResourceAsStream("/bounces/" + name + ".eml")) {
      if (in == null) {
        throw new IllegalStateException("There is no sample " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@ID@", "<" + email + "@example.org>");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public IncomingMail.Counts collect() {
    return mailQueue.rooms.get(IncomingMail.class).collect();
  }

  /** The connections to the database that are in use each time the reader marks a message. */
  List<Integer> connectionsInUseWhenReadMessagesAreMarked() throws FolderException {
    HikariDataSource pool =
        (HikariDataSource) mailQueue.rooms.get(JdbcTransactionManager.class).getDataSource();
    List<Integer> inUse = new CopyOnWriteArrayList<>();
    mail.getManagers()
        .getImapHostManager()
        .getInbox(mailbox)
        .addListener(
            new FolderListener() {
              @Override
              public void flagsUpdated(int number, Flags flags, Long uid) {
                inUse.add(pool.getHikariPoolMXBean().getActiveConnections());
              }

              @Override
              public void expunged(int number) {}

              @Override
              public void added(int number) {}

              @Override
              public void mailboxDeleted() {}
            });
    return inUse;
  }

  UndeliverableAddresses refusals() {
    return mailQueue.rooms.get(UndeliverableAddresses.class);
  }

  Optional<UndeliverableAddress> refusal() {
    return refusals().of(ADDRESS);
  }

  /** The number of messages in a folder of the mailbox; -1 if there is no such folder. */
  int count(String folder) throws Exception {
    try (var store = mail.getImap().createStore()) {
      store.connect("jalon", "secret");
      Folder found = store.getFolder(folder);
      return found.exists() ? found.getMessageCount() : -1;
    }
  }

  List<String> warnings() {
    return log.list.stream()
        .filter(event -> event.getLevel() == Level.WARN)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(IncomingMail.class);
  }

  @Override
  public void close() {
    logger().detachAppender(log);
    mailQueue.close();
    mail.stop();
  }
}
