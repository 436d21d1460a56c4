package eu.jalon.mail.reply;

import eu.jalon.mail.Email;
import eu.jalon.mail.JdbcEmails;
import eu.jalon.mail.mailbox.IncomingReply;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps replies to e-mails. A reply belongs to the e-mail whose Message-ID it refers to; without
 * one, to the latest e-mail with its subject to its sender; else to the person whose thread or
 * address it has. A delivery report that names no e-mail belongs to the person whose address it
 * names. What belongs to none of them is not kept.
 */
@Service
@Transactional(readOnly = true)
public class Replies {

  private static final Logger log = LoggerFactory.getLogger(Replies.class);

  private static final int MAX_SHOWN = 50;

  private final JdbcReplies replies;
  private final JdbcEmails emails;
  private final Clock clock;

  Replies(JdbcReplies replies, JdbcEmails emails, Clock clock) {
    this.replies = replies;
    this.emails = emails;
    this.clock = clock;
  }

  /**
   * Keeps a reply, once however often it is read.
   *
   * @return whether it belongs to an e-mail or a person
   */
  @Transactional
  public boolean keep(IncomingReply reply) {
    Optional<Email> email =
        reply.emails().stream()
            .flatMap(id -> emails.find(id).stream())
            .findFirst()
            .or(() -> replies.latest(reply.from(), reply.subject()).flatMap(emails::find));
    Optional<PersonId> person =
        email
            .map(Email::person)
            .or(() -> reply.thread().filter(replies::isKnown))
            .or(() -> replies.recipient(reply.about().orElse(reply.from())));
    person.ifPresent(
        known -> {
          replies.insert(reply, email.map(Email::id), known, clock.instant());
          log.info(
              "Kept {} of {} to e-mail {}",
              reply.automatic() ? "an automatic reply" : "a reply",
              known,
              email.map(one -> one.id().toString()).orElse("unknown"));
        });
    return person.isPresent();
  }

  /**
   * A page of the replies that wait for a coordinator, oldest first.
   *
   * @param others the people whose replies wait for other coordinators
   */
  public Page<Reply> open(Collection<PersonId> others, Page.Request at) {
    return replies.open(others, at);
  }

  /** The replies to an e-mail, oldest first; at most 50. */
  public List<Reply> to(UUID email) {
    return replies.to(email, MAX_SHOWN);
  }

  /** The replies to e-mails about a commitment, latest first; at most 50. */
  public List<Reply> about(CommitmentRef ref) {
    return replies.about(ref, MAX_SHOWN);
  }

  /**
   * One reply.
   *
   * @throws ValidationError {@code reply.unknown}
   */
  public Reply get(long id) {
    return replies.find(id).orElseThrow(() -> ValidationError.notFound("reply.unknown", id));
  }

  /** Records that a coordinator has dealt with a reply; who did so first is kept. */
  @Transactional
  public void handle(long id, PersonId by) {
    get(id);
    replies.handle(id, by, clock.instant());
  }
}
