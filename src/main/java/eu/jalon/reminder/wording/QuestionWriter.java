package eu.jalon.reminder.wording;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.question.Question;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Today;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;

/** Writes the content of e-mails about a question or its answer. */
public final class QuestionWriter {

  private final MessageSource messages;
  private final LinkProperties links;
  private final Today today;

  QuestionWriter(MessageSource messages, LinkProperties links, Today today) {
    this.messages = messages;
    this.links = links;
    this.today = today;
  }

  /** The subject; it does not quote the question, which may be confidential. */
  public String subject(
      Question question, Person recipient, Map<MinistryCode, Ministry> ministries) {
    EmailMessages texts = new EmailMessages(messages, recipient.language());
    MinistryNames names = new MinistryNames(ministries, recipient.language());
    return texts.subject(
        texts.text(key(question, "subject"), question.ref(), names.from(sender(question))));
  }

  public EmailContent write(
      Question question,
      Commitment commitment,
      Person recipient,
      Map<MinistryCode, Ministry> ministries,
      LocalDate on) {
    EmailMessages texts = new EmailMessages(messages, recipient.language());
    MinistryNames names = new MinistryNames(ministries, recipient.language());
    String from = names.from(sender(question));
    EmailContent.Section section =
        new EmailContent.Section(
            texts.text(key(question, "heading"), from),
            "",
            List.of(),
            List.of(item(question, commitment, recipient, texts)),
            "",
            links.baseUrl());
    return new EmailContent(
        recipient.language().code(),
        subject(question, recipient, ministries),
        texts.longDate(on),
        texts.text("tagline"),
        texts.text("greeting"),
        texts.text(key(question, "intro"), from),
        null,
        List.of(section),
        footer(recipient, names, texts));
  }

  private static MinistryCode sender(Question question) {
    return question.answered().isPresent() ? question.to() : question.from();
  }

  private EmailContent.Item item(
      Question question, Commitment commitment, Person recipient, EmailMessages texts) {
    Language language = texts.language();
    LocalText title = commitment.titleOutside();
    boolean restricted = commitment.restricted();
    List<EmailContent.Property> properties = new ArrayList<>();
    properties.add(property("question.label.question", question.text(), restricted, texts));
    question
        .answered()
        .ifPresent(
            answer ->
                properties.add(
                    property("question.label.answer", answer.text(), restricted, texts)));
    LocalDate asked = today.day(question.askedAt(), recipient);
    String dateLabel = texts.text("question.label.askedOn");
    String date = texts.longDate(asked);
    List<String> plainText = new ArrayList<>();
    properties.forEach(
        property -> plainText.add(texts.labelled(property.label(), property.value())));
    plainText.add(texts.labelled(dateLabel, date));
    return new EmailContent.Item(
        question.ref().value(),
        texts.theme(commitment.theme(), restricted),
        EmailMessages.oneLine(title.in(language)),
        title.languageIn(language).code(),
        properties,
        dateLabel,
        date,
        "",
        EmailContent.Urgency.CALM,
        links.to("/commitments/" + question.ref() + "#question-" + question.id()),
        texts.text(key(question, "button")),
        List.of(),
        plainText);
  }

  private static EmailContent.Footer footer(
      Person recipient, MinistryNames names, EmailMessages texts) {
    String workplace = recipient.workplace().map(names::name).orElse("");
    String key = recipient.is(Role.COORDINATOR) ? "why.coordinator" : "why.focalPoint";
    return new EmailContent.Footer(
        texts.text(key, workplace),
        List.of(),
        texts.text("question.note"),
        List.of(),
        texts.text("automatic"));
  }

  private static EmailContent.Property property(
      String label, String text, boolean restricted, EmailMessages texts) {
    return new EmailContent.Property(texts.text(label), texts.typed(text, restricted));
  }

  private static String key(Question question, String suffix) {
    return (question.answered().isPresent() ? "answer." : "question.") + suffix;
  }
}
