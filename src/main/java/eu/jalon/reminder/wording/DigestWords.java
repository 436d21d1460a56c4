package eu.jalon.reminder.wording;

import eu.jalon.actionitem.form.Step;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.Language;
import eu.jalon.shared.text.TextPolicy;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** What an email says in one language. */
final class DigestWords {

  private static final int MAX_SUBJECT = 120;

  private static final DateTimeFormatter FRENCH_FIRST =
      DateTimeFormatter.ofPattern("EEEE d'er' MMMM yyyy", Language.FR.locale());

  private static final Map<Language, DateTimeFormatter> LONG_DATES =
      Arrays.stream(Language.values())
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  language -> DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", language.locale())));

  private final MessageSource messages;
  private final Language language;

  DigestWords(MessageSource messages, Language language) {
    this.messages = messages;
    this.language = language;
  }

  Language language() {
    return language;
  }

  String text(String key, Object... arguments) {
    return messages.getMessage("email." + key, arguments, language.locale());
  }

  /** A label and what it labels, as one line of plain text. */
  String sentence(String label, String value) {
    return text("label.sentence", text(label), value);
  }

  /** What to do, in a sentence: report progress. */
  String actInSentence(Step step) {
    String act = act(step);
    return act.substring(0, 1).toLowerCase(language.locale()) + act.substring(1);
  }

  /** What to do, standing by itself: Report progress. */
  String act(Step step) {
    return messages.getMessage("step." + step.key(), null, language.locale());
  }

  /** A date with its weekday: {@code mardi 21 juillet 2027}; French counts from "1er". */
  String longDate(LocalDate day) {
    boolean frenchFirst = language == Language.FR && day.getDayOfMonth() == 1;
    return (frenchFirst ? FRENCH_FIRST : LONG_DATES.getOrDefault(language, FRENCH_FIRST))
        .format(day);
  }

  /** How far off the due date is: today, tomorrow, in 7 days, 12 days overdue. */
  String when(DueDate due, LocalDate today) {
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

  /** The counts and the next act, the title cut where the whole would exceed 120 characters. */
  String subject(String counts, Step next, String title) {
    String act = actInSentence(next);
    int room = MAX_SUBJECT - text("subject.next", counts, act, "").length();
    return text("subject.next", counts, act, shortened(oneLine(title), room));
  }

  /** A title as people typed it, on one line and in reading order. */
  static String oneLine(String text) {
    return TextPolicy.SINGLE_LINE.cleaned(text, " ");
  }

  /** A text as it fits into a subject beside a few other words. */
  String shortened(String text) {
    return shortened(text, MAX_SUBJECT / 2);
  }

  private static String shortened(String text, int room) {
    if (text.length() <= room) {
      return text;
    }
    int end = Math.max(1, room - 1);
    int lastSpace = text.lastIndexOf(' ', end);
    if (lastSpace > end / 2) {
      end = lastSpace;
    } else if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).strip() + "…";
  }
}
