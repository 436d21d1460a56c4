package eu.jalon.reminder.email;

import eu.jalon.commitment.question.Question;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.NewEmail;
import eu.jalon.reminder.RecipientDirectory;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.reminder.wording.QuestionWriter;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queues an e-mail as soon as a question is asked or answered. */
@Component
class QuestionNotifier {

  private final RecipientDirectory recipientDirectory;
  private final Directory directory;
  private final MailQueue mailQueue;
  private final QuestionWriter writer;
  private final Today today;
  private final Clock clock;

  QuestionNotifier(
      RecipientDirectory recipientDirectory,
      Directory directory,
      MailQueue mailQueue,
      QuestionWriter writer,
      Today today,
      Clock clock) {
    this.recipientDirectory = recipientDirectory;
    this.directory = directory;
    this.mailQueue = mailQueue;
    this.writer = writer;
    this.today = today;
    this.clock = clock;
  }

  /** Writes to the recipients of the ministry that was asked. */
  @EventListener
  @Transactional
  public void asked(Question.Asked event) {
    Question question = event.question();
    queue(question, EmailKind.QUESTION, recipients(question.to()));
  }

  /** Writes to the recipients of the ministry that asked, and to the person who did. */
  @EventListener
  @Transactional
  public void answered(Question.Answered event) {
    Question question = event.question();
    Map<PersonId, Person> people = recipients(question.from());
    recipientDirectory
        .on(today())
        .person(question.askedBy())
        .filter(person -> person.address().isPresent())
        .ifPresent(person -> people.putIfAbsent(person.id(), person));
    queue(question, EmailKind.ANSWER, people);
  }

  private Map<PersonId, Person> recipients(MinistryCode ministry) {
    Map<PersonId, Person> people = new LinkedHashMap<>();
    LocalDate day = today.of(ministry.party());
    recipientDirectory
        .on(day)
        .ministry(ministry, day)
        .recipients()
        .forEach(recipient -> people.put(recipient.person().id(), recipient.person()));
    return people;
  }

  private void queue(Question question, EmailKind kind, Map<PersonId, Person> people) {
    Map<MinistryCode, Ministry> ministries = directory.ministriesByCode();
    mailQueue.putAll(
        people.values().stream()
            .map(
                person ->
                    new NewEmail(
                            person.id(),
                            person.address().orElseThrow(),
                            today(),
                            kind.name(),
                            person.language(),
                            writer.subject(question, person, ministries),
                            List.of(question.ref()),
                            Duration.ZERO)
                        .about(question.id()))
            .toList());
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
