package eu.jalon.mail;

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

/** The mail queue: queues e-mails and returns their delivery state. */
@Service
@Transactional(readOnly = true)
public class MailQueue {

  private static final int MAX_ABOUT_COMMITMENT = 50;

  private final JdbcEmails emails;
  private final JdbcRelay relayState;
  private final EmailComposer composer;
  private final MessageWriter writer;
  private final Relay relay;
  private final Clock clock;

  MailQueue(
      JdbcEmails emails,
      JdbcRelay relayState,
      EmailComposer composer,
      MessageWriter writer,
      Relay relay,
      Clock clock) {
    this.emails = emails;
    this.relayState = relayState;
    this.composer = composer;
    this.writer = writer;
    this.relay = relay;
    this.clock = clock;
  }

  /**
   * Queues e-mails to different people in the caller's transaction.
   *
   * @return the ids of the queued e-mails; without people who already have an e-mail of the same
   *     kind, day and subject matter
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<PersonId, UUID> putAll(List<NewEmail> newEmails) {
    Map<UUID, NewEmail> byId = new LinkedHashMap<>();
    newEmails.forEach(email -> byId.put(UUID.randomUUID(), email));
    Map<PersonId, UUID> queued = new LinkedHashMap<>();
    for (UUID id : emails.insert(byId, writer::messageId, clock.instant())) {
      NewEmail email = byId.get(id);
      if (email != null) {
        queued.put(email.person(), id);
      }
    }
    return queued;
  }

  /** Lets e-mails that the caller's transaction queued be about more commitments; each new. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void addCommitments(Map<UUID, List<CommitmentRef>> refs) {
    emails.insertRefs(refs);
  }

  /** Replaces the preliminary subjects of e-mails that the caller's transaction queued. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void setSubjects(Map<UUID, String> subjects) {
    emails.setSubjects(subjects);
  }

  /**
   * Drops unsent e-mails of a kind planned before a day, except those being sent. The next e-mail
   * contains what is still current.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int dropBefore(LocalDate day, String kind) {
    return emails.dropBefore(day, kind, clock.instant());
  }

  /** The number of e-mails whose lease expired more than 60 seconds ago. */
  public int expiredLeases() {
    return emails.expiredLeases();
  }

  /** The state of the relay, shared by all nodes. */
  public RelayState relay() {
    return relayState.state();
  }

  /** What keeps e-mails that match a filter from their recipients. */
  public MailFailures failures(EmailFilter filter) {
    return emails.failures(filter);
  }

  /** The number of e-mails in each state, planned for a day or later. */
  public Map<EmailStatus, Integer> counts(LocalDate since) {
    return emails.counts(since);
  }

  /** When the unsent e-mail that has been due longest was first due; empty if none is due. */
  public Optional<Instant> oldestWaiting() {
    return emails.oldestWaiting(clock.instant());
  }

  /** The people who have an e-mail of a kind for a day. */
  public Set<PersonId> recipients(LocalDate on, String kind) {
    return emails.recipients(on, kind);
  }

  /** A token that changes when e-mails are queued or sent, or delivery reports are read. */
  public String changeToken() {
    return relayState.changeToken();
  }

  /** A page of e-mails, latest first. */
  public Page<Email> page(EmailFilter filter, Page.Request at) {
    return page(filter, EmailSort.LATEST, at);
  }

  /** A page of e-mails in an order. */
  public Page<Email> page(EmailFilter filter, EmailSort sort, Page.Request at) {
    return emails.page(filter, sort, at);
  }

  /** The number of e-mails in each state that match a filter, ignoring its state. */
  public EmailCounts counts(EmailFilter filter) {
    return emails.counts(filter);
  }

  /**
   * One e-mail.
   *
   * @throws ValidationError if it does not exist
   */
  public Email get(UUID id) {
    return emails.find(id).orElseThrow(() -> ValidationError.notFound("email.unknown", id));
  }

  /**
   * One e-mail, all of whose commitments are of the given series.
   *
   * @param series absent for any series
   * @throws ValidationError if it does not exist or is about another series
   */
  public Email get(UUID id, Optional<Set<String>> series) {
    return emails
        .find(id)
        .filter(email -> series.map(only -> emails.isOfSeries(id, only)).orElse(true))
        .orElseThrow(() -> ValidationError.notFound("email.unknown", id));
  }

  /** The e-mails with the given ids, in no particular order. */
  public List<Email> all(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : emails.all(ids);
  }

  /**
   * The latest 50 e-mails about a commitment, latest first.
   *
   * @param series only e-mails all of whose commitments are of these series; absent for any
   */
  public List<Email> about(CommitmentRef ref, Optional<Set<String>> series) {
    EmailFilter filter = new EmailFilter(null, null, ref, null).inSeries(series);
    return emails.latest(filter, new Page.Request(0, MAX_ABOUT_COMMITMENT));
  }

  /**
   * The message (RFC 5322) as it was sent; if it was not sent, as it would be sent now.
   *
   * @throws ValidationError if the e-mail does not exist or has no content left
   */
  public String message(UUID id) {
    Email email = get(id);
    return emails
        .message(id)
        .orElseGet(
            () ->
                compose(email)
                    .map(composed -> writer.text(outgoing(email, composed, clock)))
                    .orElseThrow(() -> ValidationError.notFound("email.nothingLeft", id)));
  }

  /**
   * The parts of the message as it was sent, or as it would be sent now; empty if it was not sent
   * and has no content left.
   */
  public Optional<ParsedMessage> parsedMessage(UUID id) {
    Email email = get(id);
    Optional<String> sent = emails.message(id);
    return sent.or(
            () -> compose(email).map(composed -> writer.text(outgoing(email, composed, clock))))
        .map(message -> MessageReader.read(message, sent.isPresent()));
  }

  /** The e-mail as it would be sent now; empty if it has no content left. */
  public Optional<ComposedEmail> preview(UUID id) {
    return compose(get(id));
  }

  private Optional<ComposedEmail> compose(Email email) {
    return Optional.ofNullable(
        composer.compose(List.of(email), EmailComposer.Purpose.READING).get(email.id()));
  }

  /** The relay: {@code smtp://host:port}, or the absolute path of the mail folder. */
  public String destination() {
    return relay.destination();
  }

  public static OutgoingMessage outgoing(Email email, ComposedEmail composed, Clock clock) {
    return new OutgoingMessage(
        email.id(),
        email.person(),
        email.to(),
        email.on(),
        email.language(),
        composed.subject(),
        composed.text(),
        composed.html(),
        clock.instant(),
        composed.calendar(),
        email.queuedAt(),
        composed.secret());
  }
}
