package eu.jalon.intake.split;

import java.util.Locale;
import java.util.Set;

/** Makes a short first title out of a step, for a coordinator to better. */
final class ProposedTitle {

  static final int MOST_CHARACTERS = 90;

  private static final int SHORTEST_CLAUSE = 30;
  private static final int LONGEST_OPENING = 20;
  private static final String CUT = "…";
  private static final String LOOSE_ENDS = " ,;:.–-—(«“’'\"";
  private static final Set<String> LOOSE_WORDS =
      Set.of(
          "et", "ou", "ni", "mais", "de", "du", "des", "d", "la", "le", "les", "l", "à", "a", "au",
          "aux", "en", "dans", "par", "pour", "sur", "sous", "avec", "sans", "contre", "entre",
          "vers", "ainsi", "que", "qu", "qui", "dont", "afin", "comme", "un", "une", "leur",
          "leurs", "son", "sa", "ses", "nos", "notre", "ce", "ces", "cette", "y", "ne", "se", "s",
          "tels", "telles", "of", "van", "het", "een", "met", "in", "op", "voor", "te", "and",
          "the", "to", "with");

  private ProposedTitle() {}

  /** Returns the first clause, or as much of it as has room; never blank. */
  static String of(String step) {
    String sentence = Clauses.firstSentence(TitleCharacters.clean(step));
    String clause =
        Clauses.withoutInsertion(Clauses.withoutCircumstance(sentence), LONGEST_OPENING);
    String title = clause.length() <= MOST_CHARACTERS ? clause : shorten(clause);
    return title.isBlank() ? CUT : capitalised(title);
  }

  private static String shorten(String clause) {
    int end = Clauses.endOfFirst(clause, SHORTEST_CLAUSE, MOST_CHARACTERS);
    if (end > 0) {
      return withoutLooseEnd(clause.substring(0, end));
    }
    int blank = clause.lastIndexOf(' ', MOST_CHARACTERS - 1);
    String cut = withoutLooseEnd(clause.substring(0, Math.max(blank, 0)));
    if (cut.isEmpty()) {
      int last = MOST_CHARACTERS - 1;
      cut =
          clause.substring(0, Character.isHighSurrogate(clause.charAt(last - 1)) ? last - 1 : last);
    }
    return cut + CUT;
  }

  /** Takes away what would hang in the air: commas, conjunctions, articles, an open bracket. */
  private static String withoutLooseEnd(String text) {
    String kept = Clauses.withoutOpenBracket(text);
    while (!kept.isEmpty()) {
      int last = kept.length() - 1;
      int word = lastWordStart(kept);
      if (LOOSE_ENDS.indexOf(kept.charAt(last)) >= 0) {
        kept = kept.substring(0, last);
      } else if (LOOSE_WORDS.contains(kept.substring(word).toLowerCase(Locale.ROOT))) {
        kept = kept.substring(0, word);
      } else {
        return kept;
      }
    }
    return kept;
  }

  private static int lastWordStart(String text) {
    int start = text.length();
    while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static String capitalised(String title) {
    int first = title.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toUpperCase(first))
        .append(title.substring(Character.charCount(first)))
        .toString();
  }
}
