package eu.jalon.reminder.email;

import eu.jalon.directory.Person;
import eu.jalon.directory.password.PasswordLink;
import eu.jalon.directory.password.PasswordLinks;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.NewEmail;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.reminder.wording.PasswordWriter;
import eu.jalon.shared.BrusselsTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queues an e-mail as soon as a link for setting a password is asked for. */
@Component
class PasswordNotifier {

  private final MailQueue mailQueue;
  private final PasswordWriter writer;
  private final Clock clock;

  PasswordNotifier(MailQueue mailQueue, PasswordWriter writer, Clock clock) {
    this.mailQueue = mailQueue;
    this.writer = writer;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  public void requested(PasswordLinks.Requested event) {
    Person person = event.person();
    EmailKind kind =
        event.purpose() == PasswordLink.Purpose.INVITATION
            ? EmailKind.INVITATION
            : EmailKind.PASSWORD;
    mailQueue.putAll(
        List.of(
            new NewEmail(
                    person.id(),
                    person.address().orElseThrow(),
                    BrusselsTime.today(clock),
                    kind.name(),
                    person.language(),
                    writer.subject(person, event.purpose()),
                    List.of(),
                    Duration.ZERO)
                .about(event.id())));
  }
}
