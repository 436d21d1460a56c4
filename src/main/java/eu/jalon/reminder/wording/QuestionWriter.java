package eu.jalon.reminder.wording;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.question.Question;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** Puts a question, or its answer, into the words of an email. */
public final class QuestionWriter {

  private final MessageSource messages;
  private final LinkProperties links;

  QuestionWriter(MessageSource messages, LinkProperties links) {
    this.messages = messages;
    this.links = links;
  }

  /** What the email is about, as a mail program lists it. */
  public String subject(Question question, Person reader) {
    DigestWords words = new DigestWords(messages, reader.language());
    return words.text(
        key(question, "subject"),
        question.ref(),
        words.shortened(DigestWords.oneLine(question.text())));
  }

  public EmailText write(
      Question question,
      Commitment commitment,
      Person reader,
      Map<MinistryCode, Ministry> ministries,
      LocalDate today) {
    DigestWords words = new DigestWords(messages, reader.language());
    MinistryCode other = question.answered().isPresent() ? question.to() : question.from();
    String name = nameOf(other, ministries, reader.language());
    EmailText.Section section =
        new EmailText.Section(
            words.text(key(question, "heading"), name),
            "",
            List.of(line(question, commitment, words)),
            "",
            links.baseUrl());
    String workplace =
        reader.workplace().map(own -> nameOf(own, ministries, reader.language())).orElse("");
    return new EmailText(
        reader.language().code(),
        subject(question, reader),
        words.longDate(today),
        words.text("tagline"),
        words.text("greeting"),
        words.text(key(question, "intro"), name),
        List.of(section),
        words.text(reader.is(Role.COORDINATOR) ? "why.coordinator" : "why.focalPoint", workplace),
        List.of(),
        words.text("question.freely"),
        List.of(),
        words.text("automatic"));
  }

  private EmailText.Line line(Question question, Commitment commitment, DigestWords words) {
    Language language = words.language();
    LocalText title = commitment.title();
    List<EmailText.Fact> facts = new ArrayList<>();
    facts.add(fact("question.label.question", question.text(), words));
    question
        .answered()
        .ifPresent(answer -> facts.add(fact("question.label.answer", answer.text(), words)));
    LocalDate on = LocalDate.ofInstant(question.askedAt(), BrusselsTime.ZONE);
    String askedOn = words.longDate(on);
    List<String> sentences = new ArrayList<>();
    facts.forEach(fact -> sentences.add(words.text("label.sentence", fact.label(), fact.value())));
    sentences.add(words.sentence("question.label.askedOn", askedOn));
    return new EmailText.Line(
        question.ref().value(),
        DigestWords.oneLine(commitment.theme().title().in(language)),
        DigestWords.oneLine(title.in(language)),
        title.languageIn(language).code(),
        facts,
        words.text("question.label.askedOn"),
        askedOn,
        "",
        EmailText.Tone.CALM,
        links.to("/commitments/" + question.ref() + "#question-" + question.id()),
        words.text(key(question, "button")),
        List.of(),
        sentences);
  }

  private static EmailText.Fact fact(String label, String text, DigestWords words) {
    return new EmailText.Fact(words.text(label), DigestWords.oneLine(text));
  }

  private static String key(Question question, String part) {
    return (question.answered().isPresent() ? "answer." : "question.") + part;
  }

  private static String nameOf(
      MinistryCode code, Map<MinistryCode, Ministry> ministries, Language language) {
    return Optional.ofNullable(ministries.get(code))
        .map(ministry -> ministry.name().in(language))
        .orElse(code.value());
  }
}
