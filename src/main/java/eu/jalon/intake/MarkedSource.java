package eu.jalon.intake;

import eu.jalon.intake.SourcePart.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the headings and steps again in the document they were read from, by their emails and
 * digits alone: white space, bullets and hyphens were healed meanwhile.
 */
final class MarkedSource {

  private static final Pattern PARAGRAPH = Pattern.compile("\\R\\h*\\R|\\f");
  private static final int PROBE = 40;
  private static final int WINDOW = 60_000;
  private static final int LONGEST_BULLET = 4;

  private final String source;
  private final String emails;
  private final int[] places;
  private final List<SourcePart> parts = new ArrayList<>();

  /** How far the document is told already: in its emails, and in its characters. */
  private int email;

  private int character;

  private MarkedSource(String source) {
    this.source = source;
    StringBuilder kept = new StringBuilder();
    int[] found = new int[source.length()];
    for (int i = 0; i < source.length(); i++) {
      if (Character.isLetterOrDigit(source.charAt(i))) {
        found[kept.length()] = i;
        kept.append(source.charAt(i));
      }
    }
    this.emails = kept.toString();
    this.places = found;
  }

  /** The whole document in its order; a step that is not found again stands with its own words. */
  static List<SourcePart> of(String source, DeclarationDraft draft) {
    var marked = new MarkedSource(source);
    for (DraftTheme theme : draft.themes()) {
      marked.mark(Kind.THEME, theme.number(), theme.title());
      draft.items().stream()
          .filter(item -> item.theme() == theme.number())
          .forEach(item -> marked.mark(Kind.STEP, item.n(), item.text()));
    }
    marked.proseUntil(source.length());
    return List.copyOf(marked.parts);
  }

  /** Some emails of the document, from one up to, and without, another. */
  private record Found(int from, int to) {}

  private void mark(Kind kind, int number, String text) {
    String wanted = emailsOf(text);
    Optional<Found> found = wanted.isEmpty() ? Optional.empty() : find(wanted);
    if (found.isEmpty()) {
      parts.add(new SourcePart(kind, number, text));
      return;
    }
    int start = withWhatLeads(kind, places[found.get().from()]);
    int end = withSignsAfter(places[found.get().to() - 1] + 1);
    proseUntil(start);
    parts.add(new SourcePart(kind, number, source.substring(start, end).strip()));
    email = found.get().to();
    character = end;
  }

  /** Looks not too far ahead; a page number within a step may stand between its two ends. */
  private Optional<Found> find(String wanted) {
    int probe = Math.min(PROBE, wanted.length());
    String ahead = emails.substring(email, Math.min(emails.length(), email + WINDOW));
    int at = ahead.indexOf(wanted.substring(0, probe));
    if (at < 0) {
      return Optional.empty();
    }
    int from = email + at;
    if (emails.startsWith(wanted, from)) {
      return Optional.of(new Found(from, from + wanted.length()));
    }
    int last =
        ahead.indexOf(wanted.substring(wanted.length() - probe), at + wanted.length() - probe);
    return Optional.of(new Found(from, last < 0 ? from + probe : email + last + probe));
  }

  /** A heading begins with its line, a step with its bullet. */
  private int withWhatLeads(Kind kind, int first) {
    int line = first;
    while (line > character && !isLineEnd(source.charAt(line - 1))) {
      line--;
    }
    boolean bullet = first - line <= LONGEST_BULLET;
    return bullet || kind == Kind.THEME ? line : first;
  }

  private int withSignsAfter(int end) {
    int to = end;
    while (to < source.length()
        && !Character.isWhitespace(source.charAt(to))
        && !Character.isLetterOrDigit(source.charAt(to))) {
      to++;
    }
    return to;
  }

  private void proseUntil(int end) {
    for (String paragraph : PARAGRAPH.split(source.substring(character, end), -1)) {
      if (emailsOf(paragraph).length() > 1) {
        parts.add(new SourcePart(Kind.PROSE, 0, paragraph.strip()));
      }
    }
    character = end;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\f';
  }

  private static String emailsOf(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.chars().filter(Character::isLetterOrDigit).forEach(c -> kept.append((char) c));
    return kept.toString();
  }
}
