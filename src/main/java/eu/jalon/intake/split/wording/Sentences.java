package eu.jalon.intake.split.wording;

import eu.jalon.shared.text.Folding;
import java.util.List;

/** Rules for sentences: where they end, continue and are joined again. */
public final class Sentences {

  private static final String SENTENCE_ENDS = ".!?…;";
  private static final String CLOSERS = "»”“\"'’)]* ";
  private static final int LONGEST_PREFIX = 4;
  private static final List<String> CONJUNCTIONS = List.of("et", "ou", "en", "of", "and", "or");
  private static final char SOFT_HYPHEN = '\u00AD';

  private Sentences() {}

  /** Returns the text with every run of white space as one blank, none at the ends. */
  public static String heal(String raw) {
    var healed = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (!isSpace(c)) {
        healed.append(c);
      } else if (!healed.isEmpty() && healed.charAt(healed.length() - 1) != ' ') {
        healed.append(' ');
      }
    }
    return healed.toString().strip();
  }

  public static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085' || c == '\uFEFF';
  }

  public static boolean endsSentence(String text) {
    int last = text.length() - 1;
    while (last >= 0 && CLOSERS.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && SENTENCE_ENDS.indexOf(text.charAt(last)) >= 0;
  }

  /** Tells whether the first letter or digit is a lower-case letter. */
  public static boolean startsLower(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(1)
        .anyMatch(Character::isLowerCase);
  }

  /**
   * Appends a line to what came before; a word hyphenated at the line end is made whole. The hyphen
   * stays where it belongs to the word: before a capital ("Royaume-Uni") and after a short prefix
   * ("non-signés"); "bi- et multilatéral" also keeps its blank.
   */
  public static void append(StringBuilder text, String line) {
    int last = text.length() - 1;
    if (last >= 0 && text.charAt(last) == SOFT_HYPHEN) {
      text.setLength(last);
    } else if (last >= 0 && !endsInHyphenatedWord(text)) {
      text.append(' ');
    } else if (last >= 0 && isConjunction(line)) {
      text.append(' ');
    } else if (last >= 0 && startsLower(line) && lastWord(text) > LONGEST_PREFIX) {
      text.setLength(last);
    }
    text.append(line);
  }

  private static boolean isConjunction(String line) {
    int blank = line.indexOf(' ');
    return blank > 0 && CONJUNCTIONS.contains(line.substring(0, blank));
  }

  /** How many letters the hyphenated word has before its hyphen. */
  private static int lastWord(CharSequence text) {
    int from = text.length() - 1;
    while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    boolean compound = from > 0 && text.charAt(from - 1) == '-';
    return compound ? 0 : text.length() - 1 - from;
  }

  /** Returns the text in lower case without accents and ligatures. */
  static String fold(String text) {
    return Folding.fold(text);
  }

  private static boolean endsInHyphenatedWord(CharSequence text) {
    int last = text.length() - 1;
    return last >= 1
        && (text.charAt(last) == '-' || text.charAt(last) == '\u2010')
        && Character.isLetterOrDigit(text.charAt(last - 1));
  }
}
