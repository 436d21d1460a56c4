package eu.jalon.pages.declarations;

import eu.jalon.shared.ValidationError;
import org.jspecify.annotations.Nullable;

/** Finds the place where a user broke a text in two with a new line and changed nothing else. */
final class Cut {

  private Cut() {}

  /**
   * Returns how many characters (UTF-16) of the text come before the break.
   *
   * @param text one line of text
   * @param typed the same with line breaks in one place
   * @throws ValidationError {@code declaration.splitBreak} if there is no such place, or more than
   *     one; {@code declaration.splitChanged} if the words are others
   */
  static int in(String text, @Nullable String typed) {
    String[] parts = typed == null ? new String[0] : typed.strip().split("\\s*\\R\\s*", -1);
    if (parts.length != 2) {
      throw ValidationError.invalid("declaration.splitBreak");
    }
    int at = lengthOf(text, letters(parts[0]));
    if (at < 0 || !letters(text).equals(letters(parts[0]) + letters(parts[1]))) {
      throw ValidationError.invalid("declaration.splitChanged");
    }
    return at;
  }

  /** How much of the text it takes to have that many characters other than white space. */
  private static int lengthOf(String text, String wanted) {
    int seen = 0;
    for (int i = 0; i < text.length(); i++) {
      if (seen == wanted.length()) {
        return i;
      }
      seen += isSpace(text.charAt(i)) ? 0 : 1;
    }
    return -1;
  }

  private static String letters(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.chars().filter(c -> !isSpace((char) c)).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
