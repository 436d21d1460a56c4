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

  public static int count(String folded) {
    String stripped = folded.strip();
    return stripped.isEmpty() ? 0 : stripped.split(" ", -1).length;
  }
}
