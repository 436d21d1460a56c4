package eu.jalon.intake.split.wording;

import eu.jalon.shared.text.TextPolicy;

/** Lets only visible characters into a title, and none that a scan left before its first word. */
final class TitleCharacters {

  private static final int MOST_READ = 2_000;

  private TitleCharacters() {}

  /** Removes controls, bidirectional overrides, lone surrogates and stray signs at the start. */
  static String clean(String step) {
    String read = step.substring(0, Math.min(step.length(), MOST_READ));
    String healed = Sentences.heal(TextPolicy.MULTI_LINE.cleaned(read, ""));
    return withoutStrayLetter(healed.substring(firstWord(healed)));
  }

  /** Quotation marks and emoji may open a title; brackets, dashes and bullets may not. */
  private static int firstWord(String text) {
    int at = 0;
    while (at < text.length() && " ()[]{}-–—,;:.*|/\\".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** A scan doubles a capital as a small "l" before it: "lLes". */
  private static String withoutStrayLetter(String text) {
    boolean doubled =
        text.length() > 2
            && text.charAt(0) == 'l'
            && Character.isUpperCase(text.charAt(1))
            && Character.isLowerCase(text.charAt(2));
    return doubled ? text.substring(1) : text;
  }
}
