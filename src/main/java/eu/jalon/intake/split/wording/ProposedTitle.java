package eu.jalon.intake.split.wording;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a first title out of a step: its verb and its object, whole words only. */
public final class ProposedTitle {

  /** The longest title proposed; a step in one sentence of this length stays whole. */
  static final int MOST_CHARACTERS = 160;

  private static final int COMFORTABLE = 110;
  private static final int SHORTEST_CLAUSE = 45;
  private static final int LONGEST_OPENING = 30;
  private static final String CUT = "…";
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:(?:d[ée]cision|mesure|action|engagement|[ée]tape|besluit|beslissing|maatregel|actie|actiepunt"
              + "|afspraak|verbintenis|decision|measure|commitment|step|article|artikel|art\\.)\\s*"
              + "(?:n\\s?[°º]|no\\.?|nr\\.?)?\\s*\\d{0,3}(?:er)?\\s*[:.)–-]\\s+|\\(?(?:\\d{1,2}(?:\\.\\d{1,2})*|[a-z]|[ivx]{1,4})[.)]\\s+|\\d{1,2}(?:\\.\\d{1,2})+\\s+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LED =
      Pattern.compile("^(?:à|de|d['’]|om|to|ertoe)\\s*(?=\\p{L}{3})", Pattern.CASE_INSENSITIVE);
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

  /** Returns the first sentence, or as much of it as makes a title; never blank. */
  public static String of(String step) {
    String clean = LABEL.matcher(TitleCharacters.clean(step)).replaceFirst("");
    String sentence = ActionClauses.firstSentence(clean);
    if (leadsIn(clean, sentence)) {
      String behind = clean.substring(sentence.length() + 1).replaceFirst("^[\\s–-]+", "");
      sentence = behind.isBlank() ? sentence : ActionClauses.firstSentence(behind);
    }
    String clause =
        ActionClauses.withoutInsertion(
            ActionClauses.withoutCircumstance(withoutPreposition(sentence)), LONGEST_OPENING);
    String title = clause.length() <= COMFORTABLE ? clause : shorten(clause);
    return title.isBlank() ? CUT : capitalised(withoutEnd(title));
  }

  /** "Ministers instruct their services to:" does not state what is to be done. */
  private static boolean leadsIn(String clean, String sentence) {
    return sentence.length() + 1 < clean.length()
        && clean.charAt(sentence.length()) == ':'
        && LOOSE_WORDS.contains(
            sentence.substring(lastWordStart(sentence)).toLowerCase(Locale.ROOT));
  }

  /** Items of a list go on from the sentence above them: "à renforcer ...". */
  private static String withoutPreposition(String sentence) {
    String bare = LED.matcher(sentence).replaceFirst("");
    return !bare.equals(sentence)
            && Character.isLowerCase(sentence.codePointAt(0))
            && FrenchInfinitive.continues(bare)
        ? bare
        : sentence;
  }

  private static String withoutEnd(String title) {
    return title.endsWith(",") || title.endsWith(";")
        ? title.substring(0, title.length() - 1)
        : title;
  }

  private static String shorten(String clause) {
    int end = ActionClauses.endOfFirst(clause, SHORTEST_CLAUSE, COMFORTABLE);
    if (end > 0) {
      return withoutLooseEnd(clause.substring(0, end));
    }
    if (clause.length() <= MOST_CHARACTERS) {
      return clause;
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
    String kept = ActionClauses.withoutOpenBracket(text);
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
