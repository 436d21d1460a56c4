package eu.jalon.reminder.email;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.NewEmail;
import eu.jalon.reminder.wording.AlarmWriter;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.FaultRaised;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queues an e-mail to each administrator when a fault is noticed. */
@Component
class AlarmNotifier {

  private final MailQueue mailQueue;
  private final Directory directory;
  private final AlarmWriter writer;
  private final Clock clock;

  AlarmNotifier(MailQueue mailQueue, Directory directory, AlarmWriter writer, Clock clock) {
    this.mailQueue = mailQueue;
    this.directory = directory;
    this.writer = writer;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  public void raised(FaultRaised event) {
    List<NewEmail> emails =
        directory.administrators().stream()
            .filter(person -> person.address().isPresent())
            .map(person -> email(person, event))
            .toList();
    if (!emails.isEmpty()) {
      mailQueue.putAll(emails);
    }
  }

  private NewEmail email(Person person, FaultRaised event) {
    return new NewEmail(
            person.id(),
            person.address().orElseThrow(),
            BrusselsTime.today(clock),
            EmailKind.ALARM.name(),
            person.language(),
            writer.sentence(event.fault(), person.language()),
            List.of(),
            Duration.ZERO)
        .about(event.id());
  }
}
