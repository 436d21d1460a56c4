package eu.jalon.intake.split;

import java.util.Optional;

/** The sign that opens a list item, as typed or as a scan misread it. */
record Bullet(char kind, String rest) {

  private static final String ROUND = "•◦▪■●○·‣∙⁃□▫➢➤►";
  private static final String MISREAD_ROUND = "eo©®°¢¤§";
  private static final String DASHES = "-–—−";
  private static final String OTHER = "*+>";
  private static final int LONGEST_NUMBER = 2;

  /** Finds a bullet and says what stands behind it; the rest is empty if it stands alone. */
  static Optional<Bullet> of(String text) {
    char first = text.charAt(0);
    String rest = text.substring(1).strip();
    boolean spaced = text.length() == 1 || text.charAt(1) == ' ';
    if (ROUND.indexOf(first) >= 0) {
      return Optional.of(new Bullet(first, rest));
    }
    if (spaced && MISREAD_ROUND.indexOf(first) >= 0) {
      return Optional.of(new Bullet(first, rest));
    }
    if (DASHES.indexOf(first) >= 0 && (spaced || Character.isUpperCase(text.codePointAt(1)))) {
      return Optional.of(new Bullet('-', rest));
    }
    if (spaced && OTHER.indexOf(first) >= 0) {
      return Optional.of(new Bullet(first, rest));
    }
    return enumerator(text);
  }

  /** Tells whether a line is nothing but a bullet whose words follow on the next line. */
  static boolean isLone(String text) {
    return text.length() == 1 && (ROUND + DASHES + OTHER).contains(text);
  }

  /** Tells whether the sign is one that no sentence has at the start of a wrapped line. */
  boolean isUnmistakable() {
    return kind != '-' && kind != '1' && kind != 'a' && OTHER.indexOf(kind) < 0;
  }

  boolean isNumber() {
    return kind == '1';
  }

  private static Optional<Bullet> enumerator(String text) {
    int start = text.charAt(0) == '(' ? 1 : 0;
    int end = start;
    while (end < text.length() && end - start < LONGEST_NUMBER && isDigit(text.charAt(end))) {
      end++;
    }
    char kind = '1';
    if (end == start && end < text.length() && isSmallLetter(text.charAt(end))) {
      kind = 'a';
      end++;
    }
    boolean closed =
        end > start
            && end < text.length()
            && (text.charAt(end) == ')' || (start == 0 && kind == '1' && text.charAt(end) == '.'))
            && (end + 1 == text.length() || text.charAt(end + 1) == ' ');
    return closed
        ? Optional.of(new Bullet(kind, text.substring(end + 1).strip()))
        : Optional.empty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSmallLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
