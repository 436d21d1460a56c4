package eu.jalon.reminder.email;

import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Viewers;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailComposer;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.Resends;
import eu.jalon.mail.bounce.UndeliverableAddresses;
import eu.jalon.reminder.JdbcReminders;
import eu.jalon.reminder.RecipientDirectory;
import eu.jalon.reminder.news.News;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends an e-mail again that did not reach its recipient. The new e-mail has the same reminders,
 * without items that were completed or changed since. It counts as a reminder, so the next round
 * does not repeat it.
 */
@Service
@Transactional
public class ResendService {

  /** The dispatcher still sends e-mails in these states. */
  private static final Set<EmailStatus> TO_BE_SENT =
      EnumSet.of(EmailStatus.QUEUED, EmailStatus.SENDING, EmailStatus.RETRY);

  private final Resends resends;
  private final EmailComposers composer;
  private final JdbcReminders reminders;
  private final News news;
  private final RecipientDirectory recipientDirectory;
  private final UndeliverableAddresses undeliverable;
  private final Viewers viewers;
  private final MailQueue mailQueue;
  private final Clock clock;

  ResendService(
      Resends resends,
      EmailComposers composer,
      JdbcReminders reminders,
      News news,
      RecipientDirectory recipientDirectory,
      UndeliverableAddresses undeliverable,
      Viewers viewers,
      MailQueue mailQueue,
      Clock clock) {
    this.resends = resends;
    this.composer = composer;
    this.reminders = reminders;
    this.news = news;
    this.recipientDirectory = recipientDirectory;
    this.undeliverable = undeliverable;
    this.viewers = viewers;
    this.mailQueue = mailQueue;
    this.clock = clock;
  }

  /**
   * Whether and how an e-mail can be sent again.
   *
   * @param all the original e-mail, then its resends
   * @param to the address it would be sent to; absent if the recipient has none
   * @param mayHaveArrived whether one of them may have arrived, so that a confirmation is needed
   * @param error why it cannot be sent again now, if so
   */
  public record Choice(
      List<Email> all,
      @Nullable EmailAddress to,
      boolean mayHaveArrived,
      @Nullable ValidationError error) {

    public Choice {
      all = List.copyOf(all);
    }
  }

  /** Whether and how an e-mail can be sent again now; for coordinators. */
  @Transactional(readOnly = true)
  public Choice choice(UUID id, Person by) {
    mailQueue.get(id, viewers.ofCoordinator(by).series());
    List<Email> all = resends.all(id);
    Optional<EmailAddress> to = recipient(all).flatMap(Person::address);
    ValidationError error = null;
    try {
      checked(all, by);
    } catch (ValidationError e) {
      error = e;
    }
    return new Choice(all, to.orElse(null), mayHaveArrived(all), error);
  }

  /**
   * Sends an e-mail again, to the recipient's current address.
   *
   * @param why recorded; at least ten characters
   * @param confirmed whether to send it although it may have arrived
   * @throws ValidationError if the recipient is of another party, the e-mail is still to be sent,
   *     it may have arrived and that is not confirmed, the address is undeliverable, it was sent
   *     again today, or no item is left
   */
  public Email send(UUID id, String why, boolean confirmed, Person by) {
    mailQueue.get(id, viewers.ofCoordinator(by).series());
    String reason = FreeText.reason(why);
    List<Email> all = resends.lock(id);
    Person recipient = checked(all, by);
    if (mayHaveArrived(all) && !confirmed) {
      throw ValidationError.conflict("email.mayHaveArrived");
    }
    EmailAddress to = recipient.address().orElseThrow();
    Resends.Target target = new Resends.Target(to, recipient.language(), today());
    Email resend = resends.put(all, target, by.id(), reason);
    reminders.copyToResend(all.get(0).id(), resend.id(), today());
    news.copyToResend(all.get(0).id(), resend.id(), all.stream().map(Email::id).toList());
    if (composer.compose(List.of(resend), EmailComposer.Purpose.READING).isEmpty()) {
      throw ValidationError.conflict("email.nothingLeft", all.get(0).subject());
    }
    return resend;
  }

  private Person checked(List<Email> all, Person by) {
    Email first = all.get(0);
    Person recipient =
        recipient(all)
            .orElseThrow(() -> ValidationError.conflict("email.noReader", first.person()));
    if (!mayWriteTo(recipient, by)) {
      throw ValidationError.forbidden("email.otherParty");
    }
    if (all.stream().anyMatch(email -> TO_BE_SENT.contains(email.status()))) {
      throw ValidationError.conflict("email.onItsWay");
    }
    EmailAddress to =
        recipient
            .address()
            .orElseThrow(() -> ValidationError.conflict("people.noAddress", recipient.id()));
    if (undeliverable.of(to).isPresent()) {
      throw ValidationError.conflict("email.addressRefused", to);
    }
    if (all.stream().anyMatch(email -> email.resendOf() != null && email.on().equals(today()))) {
      throw ValidationError.conflict("email.againToday");
    }
    return recipient;
  }

  /** Coordinators write to people of their own party. */
  private static boolean mayWriteTo(Person recipient, Person by) {
    return by.is(Role.COORDINATOR)
        && recipient
            .workplace()
            .map(MinistryCode::party)
            .equals(by.workplace().map(MinistryCode::party));
  }

  private static boolean mayHaveArrived(List<Email> all) {
    return all.stream().anyMatch(Email::mayHaveArrived);
  }

  private Optional<Person> recipient(List<Email> all) {
    return recipientDirectory.on(today()).person(all.get(0).person());
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
