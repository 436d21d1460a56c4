package eu.jalon.mail.queue;

import eu.jalon.mail.ComposedEmail;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailComposer;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.message.MessageWriter;
import eu.jalon.mail.message.WrittenMessage;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records e-mails of the sample register as sent; nothing is given to a relay. */
@Service
@Profile("demo")
@Transactional(propagation = Propagation.MANDATORY)
public class DeliveryWithoutRelay {

  private static final String OWNER = "sample";
  private static final String REPLY = "250 2.0.0 Ok: example, nothing was sent";

  private final JdbcMailQueue queue;
  private final EmailComposer composer;
  private final MessageWriter writer;
  private final MailProperties properties;
  private final Clock clock;

  DeliveryWithoutRelay(
      JdbcMailQueue queue,
      EmailComposer composer,
      MessageWriter writer,
      MailProperties properties,
      Clock clock) {
    this.queue = queue;
    this.composer = composer;
    this.writer = writer;
    this.properties = properties;
    this.clock = clock;
  }

  /** Composes the e-mails that are queued in the caller's transaction, and records them as sent. */
  public List<Email> deliver() {
    List<Email> emails = queue.claim(OWNER, properties).emails();
    Map<UUID, ComposedEmail> composed = composer.compose(emails, EmailComposer.Purpose.SENDING);
    Map<UUID, WrittenMessage> messages = new HashMap<>();
    for (Email email : emails) {
      ComposedEmail content = composed.get(email.id());
      if (content == null) {
        throw new IllegalStateException("E-mail " + email.id() + " has no content");
      }
      messages.put(email.id(), writer.write(MailQueue.outgoing(email, content, clock)));
    }
    queue.store(messages, OWNER);
    emails.forEach(email -> queue.record(email.id(), OWNER, JdbcMailQueue.Outcome.sent(REPLY)));
    return emails;
  }
}
