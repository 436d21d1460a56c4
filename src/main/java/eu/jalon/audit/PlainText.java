package eu.jalon.audit;

/** Text from outside as one line that shows all it holds. */
final class PlainText {

  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /**
   * Replaces what could break a line or turn its reading around (controls, formats, line and
   * paragraph separators, lone surrogates) and cuts what is too long.
   *
   * @param longest in UTF-16 code units
   */
  static String of(String text, int longest) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int shown = isPlain(point) ? point : REPLACEMENT;
      if (plain.length() + Character.charCount(shown) > longest) {
        while (plain.length() >= longest) {
          plain.setLength(plain.offsetByCodePoints(plain.length(), -1));
        }
        return plain.append('…').toString();
      }
      plain.appendCodePoint(shown);
      i += Character.charCount(point);
    }
    return plain.toString();
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
