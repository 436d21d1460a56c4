package eu.jalon.reminder.email;

import eu.jalon.commitment.question.Question;
import eu.jalon.directory.Person;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.NewEmail;
import eu.jalon.reminder.PeopleToRemind;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.reminder.wording.QuestionWriter;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.MinistryCode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells of a question at once, by an email of its own to the ministry that was asked, and of its
 * answer to who asked.
 */
@Component
class QuestionNotifier {

  private final PeopleToRemind readers;
  private final MailQueue mailQueue;
  private final QuestionWriter writer;
  private final Clock clock;

  QuestionNotifier(
      PeopleToRemind readers, MailQueue mailQueue, QuestionWriter writer, Clock clock) {
    this.readers = readers;
    this.mailQueue = mailQueue;
    this.writer = writer;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  public void asked(Question.Asked event) {
    Question question = event.question();
    write(question, EmailKind.QUESTION, reached(question.to()));
  }

  @EventListener
  @Transactional
  public void answered(Question.Answered event) {
    Question question = event.question();
    Map<String, Person> people = reached(question.from());
    readers
        .on(today())
        .person(question.askedBy())
        .filter(person -> person.address().isPresent())
        .ifPresent(person -> people.putIfAbsent(person.id().value(), person));
    write(question, EmailKind.ANSWER, people);
  }

  /** Whoever of a ministry can be written to today, or those in their place. */
  private Map<String, Person> reached(MinistryCode ministry) {
    Map<String, Person> people = new LinkedHashMap<>();
    readers
        .on(today())
        .ministry(ministry, today())
        .reached()
        .forEach(each -> people.put(each.person().id().value(), each.person()));
    return people;
  }

  private void write(Question question, EmailKind kind, Map<String, Person> people) {
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
                            writer.subject(question, person),
                            List.of(question.ref()),
                            Duration.ZERO)
                        .about(question.id()))
            .toList());
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
