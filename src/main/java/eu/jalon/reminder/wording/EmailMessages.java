package eu.jalon.reminder.wording;

import eu.jalon.actionitem.form.Step;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.Language;
import eu.jalon.shared.text.TextPolicy;
import java.time.LocalDate;
import org.springframework.context.MessageSource;

/** The texts of e-mails in one language. */
final class EmailMessages {

  /** Mail programs and phones cut longer subjects. */
  private static final int MAX_SUBJECT = 70;

  /** A title cut shorter than this is left out of the subject. */
  private static final int MIN_TITLE = 12;

  private final MessageSource messages;
  private final Language language;

  EmailMessages(MessageSource messages, Language language) {
    this.messages = messages;
    this.language = language;
  }

  Language language() {
    return language;
  }

  /** The text of the key {@code email.<key>}. */
  String text(String key, Object... arguments) {
    return messages.getMessage("email." + key, arguments, language.locale());
  }

  /** A label and its value, as one line of plain text. */
  String labelled(String label, String value) {
    return text("label.sentence", label, value);
  }

  /** The name of a step inside a sentence: report progress. */
  String stepInSentence(Step step) {
    return language.rules().inside(step(step));
  }

  /** The name of a step: Report progress. */
  String step(Step step) {
    return messages.getMessage("step." + step.key(), null, language.locale());
  }

  /** A term of the register by its key. */
  String term(String key) {
    return messages.getMessage(key, null, language.locale());
  }

  /** A date with its weekday: {@code mardi 21 juillet 2027}, {@code lundi 1er mars 2027}. */
  String longDate(LocalDate day) {
    return language.rules().weekday(day);
  }

  /** The calendar days until a due date: today, tomorrow, in 7 days, 12 days overdue. */
  String timeLeft(DueDate due, LocalDate today) {
    int left = due.daysLeft(today);
    if (left < 0) {
      return text("when.overdue", -left);
    }
    return switch (left) {
      case 0 -> text("when.today");
      case 1 -> text("when.tomorrow");
      default -> text("when.in", left);
    };
  }

  /**
   * A subject of at most 70 characters: the counts, the step and the title of the most urgent item.
   * A long title is shortened; without space for it, the title and then the step are left out.
   */
  String subject(String counts, Step step, String title) {
    String withStep = text("subject.step", counts, stepInSentence(step));
    if (withStep.length() > MAX_SUBJECT) {
      return shortened(counts, MAX_SUBJECT);
    }
    int available = MAX_SUBJECT - text("subject.title", withStep, "").length();
    return available < MIN_TITLE
        ? withStep
        : text("subject.title", withStep, shortened(oneLine(title), available));
  }

  /** A subject without an item, shortened to 70 characters. */
  String subject(String text) {
    return shortened(oneLine(text), MAX_SUBJECT);
  }

  /** The theme of an item on one line; of a restricted commitment, how to read about it. */
  String theme(Theme theme, boolean restricted) {
    return typed(theme.title().in(language), restricted);
  }

  /** A text that users typed, on one line; of a restricted commitment, how to read it. */
  String typed(String text, boolean restricted) {
    return restricted ? text("restricted.read") : oneLine(text);
  }

  /** A text on one line, without control characters and direction overrides. */
  static String oneLine(String text) {
    return TextPolicy.SINGLE_LINE.cleaned(text, " ");
  }

  static String shortened(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Math.max(1, length - 1);
    int lastSpace = text.lastIndexOf(' ', end);
    if (lastSpace > end / 2) {
      end = lastSpace;
    } else if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).strip() + "…";
  }
}
