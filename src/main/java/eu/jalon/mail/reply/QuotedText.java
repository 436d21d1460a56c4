package eu.jalon.mail.reply;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a reply, divided into what its sender wrote and what it quotes.
 *
 * @param own the sender's text; may be empty
 * @param quoted all from the first line of the quotation; may be empty
 */
record QuotedText(String own, String quoted) {

  /** "Le 1 mars 2027 à 7:00, Jalon a écrit :" and its equivalents, on one line or two. */
  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?:le |op |on |am ).{4,200}(?:a écrit|schreef|wrote|schrieb)\\b.{0,80}:\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private static final Pattern MARK =
      Pattern.compile(
          "\\s*(?:-{2,}\\s*(?:original message|message d['’]origine|message original|"
              + "oorspronkelijk bericht|origineel bericht|ursprüngliche nachricht|"
              + "message transféré|forwarded message)\\s*-{2,}|_{10,})\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern FROM =
      Pattern.compile(
          "\\s*\\*?(?:de|van|from|von)\\*?\\s*:\\s*\\S.*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern SENT =
      Pattern.compile(
          "\\s*\\*?(?:envoyé|date|verzonden|datum|sent|gesendet)\\*?(?: le)?\\s*:\\s*\\S.*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** The lines within which a header of Outlook states when the quoted message was sent. */
  private static final int HEADER_LINES = 3;

  static QuotedText of(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (beginsQuotation(lines, i)) {
        return new QuotedText(joined(lines.subList(0, i)), joined(lines.subList(i, lines.size())));
      }
    }
    return new QuotedText(text.strip(), "");
  }

  private static boolean beginsQuotation(List<String> lines, int at) {
    String line = lines.get(at);
    String both = at + 1 < lines.size() ? line + " " + lines.get(at + 1).strip() : line;
    return MARK.matcher(line).matches()
        || INTRODUCTION.matcher(line.strip()).matches()
        || (INTRODUCTION.matcher(both.strip()).matches() && !line.isBlank())
        || (FROM.matcher(line).matches() && isSentBelow(lines, at))
        || isQuotedToTheEnd(lines, at);
  }

  private static boolean isSentBelow(List<String> lines, int at) {
    return lines.subList(at + 1, Math.min(lines.size(), at + 1 + HEADER_LINES)).stream()
        .anyMatch(line -> SENT.matcher(line).matches());
  }

  /** Answers written between quoted lines are all text of the sender. */
  private static boolean isQuotedToTheEnd(List<String> lines, int at) {
    return lines.get(at).stripLeading().startsWith(">")
        && lines.subList(at, lines.size()).stream()
            .allMatch(line -> line.isBlank() || line.stripLeading().startsWith(">"));
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines).strip();
  }
}
