package eu.jalon.intake.split;

/**
 * A text reduced to plain lower-case words, so that damaged accents and apostrophes do not count.
 */
record FoldedText(String words) {

  /** Folds a text; single letters go, for they are mostly an elided "l'" or "d'". */
  static FoldedText of(String text) {
    var words = new StringBuilder(" ");
    var word = new StringBuilder();
    Prose.fold(text)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
              } else {
                flush(word, words);
              }
            });
    flush(word, words);
    return new FoldedText(words.toString());
  }

  boolean isEmpty() {
    return words.isBlank();
  }

  /** Tells whether the other text's words stand in this one; the last may be just a beginning. */
  boolean contains(FoldedText other) {
    return words.contains(other.words.stripTrailing());
  }

  private static void flush(StringBuilder word, StringBuilder words) {
    boolean elided = word.length() == 1 && !Character.isDigit(word.charAt(0));
    if (!word.isEmpty() && !elided) {
      words.append(word).append(' ');
    }
    word.setLength(0);
  }
}
