package eu.jalon.intake.split.wording;

/** A text as its plain lower-case words, one blank around each: what phrases are looked up in. */
public final class FoldedText {

  private FoldedText() {}

  /** Returns the words with a blank before the first and after the last; one blank if none. */
  public static String of(String text) {
    StringBuilder words = new StringBuilder(" ");
    boolean inWord = false;
    String folded = Sentences.fold(text);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        words.append(c);
        inWord = true;
      } else if (inWord) {
        words.append(' ');
        inWord = false;
      }
    }
    return inWord ? words.append(' ').toString() : words.toString();
  }

  /** Returns the number of words of a folded text, with or without the blanks around it. */
  public static int count(String folded) {
    int words = 0;
    for (int i = 0; i < folded.length(); i++) {
      boolean starts = i == 0 || folded.charAt(i - 1) == ' ';
      words += starts && folded.charAt(i) != ' ' ? 1 : 0;
    }
    return words;
  }
}
