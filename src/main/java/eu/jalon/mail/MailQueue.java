package eu.jalon.mail;

import eu.jalon.mail.message.HeaderText;
import eu.jalon.mail.message.MessageReader;
import eu.jalon.mail.message.MessageWriter;
import eu.jalon.mail.message.OutgoingMessage;
import eu.jalon.mail.message.ParsedMessage;
import eu.jalon.mail.smtp.Relay;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The journal of emails: what is to be sent, what was sent, and what came of it. */
@Service
@Transactional(readOnly = true)
public class MailQueue {

  private static final int LATEST = 50;

  private final JdbcEmails emails;
  private final JdbcRelay state;
  private final EmailComposer composer;
  private final MessageWriter writer;
  private final Relay relay;
  private final Clock clock;

  MailQueue(
      JdbcEmails emails,
      JdbcRelay state,
      EmailComposer composer,
      MessageWriter writer,
      Relay relay,
      Clock clock) {
    this.emails = emails;
    this.state = state;
    this.composer = composer;
    this.writer = writer;
    this.relay = relay;
    this.clock = clock;
  }

  /**
   * Queues emails to different people in the caller's transaction; answers the ids of those that
   * were queued, leaving out people who already have an email of this kind about the same thing for
   * this day.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<PersonId, UUID> putAll(List<NewEmail> entered) {
    Map<UUID, NewEmail> byId = new LinkedHashMap<>();
    entered.forEach(email -> byId.put(UUID.randomUUID(), email));
    Map<PersonId, UUID> queued = new LinkedHashMap<>();
    for (UUID id : emails.insert(byId, writer::messageId, clock.instant())) {
      NewEmail email = byId.get(id);
      if (email != null) {
        queued.put(email.person(), id);
      }
    }
    return queued;
  }

  /**
   * Drops the emails of a kind that were not sent on their day: what is still true of them is for
   * the next email to say. One that is being sent right now stays.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int dropBefore(LocalDate day, String kind) {
    return emails.dropBefore(day, kind, clock.instant());
  }

  /** How many emails a dispatcher has held for longer than its lease; none while all is well. */
  public int heldTooLong() {
    return emails.heldTooLong();
  }

  /** How the relay has answered lately. */
  public RelayState relay() {
    return state.state();
  }

  /** How many emails planned for a day or later are in each state. */
  public Map<EmailStatus, Integer> counts(LocalDate since) {
    return emails.counts(since);
  }

  /** Since when the email that waits longest has been due; empty where none is overdue. */
  public Optional<Instant> oldestWaiting() {
    return emails.oldestWaiting(clock.instant());
  }

  /** Everybody who already has an email of this kind for this day. */
  public Set<PersonId> writtenTo(LocalDate on, String kind) {
    return emails.writtenTo(on, kind);
  }

  /** A word that is another one once emails were queued, handed to the relay or came back. */
  public String lastMove() {
    return state.lastMove();
  }

  /** Emails, latest first. */
  public Page<Email> page(EmailFilter filter, Page.Request at) {
    return emails.page(filter, at);
  }

  /** How many emails of those a filter names are in each state, whatever state that asks for. */
  public EmailCounts counts(EmailFilter filter) {
    return emails.counts(filter);
  }

  /** One email; refuses one that does not exist. */
  public Email get(UUID id) {
    return emails.find(id).orElseThrow(() -> ValidationError.notFound("email.unknown", id));
  }

  /** Those emails, in no particular order. */
  public List<Email> all(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : emails.all(ids);
  }

  /** The latest 50 emails that were planned about a commitment, latest first. */
  public List<Email> about(CommitmentRef ref) {
    EmailFilter filter = new EmailFilter(null, null, ref, null);
    return emails.page(filter, new Page.Request(0, LATEST)).items();
  }

  /**
   * The message (RFC 5322) as it was sent; for an email not sent, as it would be sent now. Refuses
   * an email that does not exist, and one that has nothing left to say.
   */
  public String message(UUID id) {
    Email email = get(id);
    return emails
        .message(id)
        .orElseGet(
            () ->
                read(email)
                    .map(composed -> writer.text(mail(email, composed, clock)))
                    .orElseThrow(() -> ValidationError.notFound("email.nothingLeft", id)));
  }

  /**
   * The parts of an email: of the message as it was sent, or of one that would be sent now. Empty
   * where it was not sent and nothing is left to say.
   */
  public Optional<ParsedMessage> open(UUID id) {
    Email email = get(id);
    Optional<String> sent = emails.message(id);
    return sent.or(() -> read(email).map(composed -> writer.text(mail(email, composed, clock))))
        .map(message -> MessageReader.read(message, sent.isPresent()));
  }

  /** What the email would say if it were sent now; empty where nothing is left to say. */
  public Optional<ComposedEmail> preview(UUID id) {
    return read(get(id));
  }

  private Optional<ComposedEmail> read(Email email) {
    return Optional.ofNullable(
        composer.compose(List.of(email), EmailComposer.Purpose.READING).get(email.id()));
  }

  /** Where emails go: {@code smtp://host:port}, or the absolute path of the mail folder. */
  public String destination() {
    return relay.destination();
  }

  public static OutgoingMessage mail(Email email, ComposedEmail composed, Clock clock) {
    return new OutgoingMessage(
        email.id(),
        email.person(),
        email.to(),
        email.on(),
        email.language(),
        HeaderText.of(composed.subject()),
        composed.text(),
        composed.html(),
        clock.instant(),
        composed.calendar(),
        email.queuedAt());
  }
}
