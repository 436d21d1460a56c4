package eu.jalon.intake.document.plain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a text reads like French, Dutch or English, judged by its characters outside ASCII. The
 * score is a sum of natural logarithms of frequencies, so that scores of two readings of the same
 * bytes can be compared.
 */
final class LanguageEvidence {

  /** The difference of scores above which one reading is clearly better than another. */
  static final double CLEAR = 4;

  private static final double NEVER = -16;
  private static final double COMMON_WORD = 4;
  private static final Map<Character, Double> FREQUENCY = new HashMap<>();

  private static final Set<String> WORDS =
      Set.of(
          "à",
          "évaluation",
          "étapes",
          "étape",
          "étés",
          "été",
          "être",
          "état",
          "états",
          "étrangères",
          "coopération",
          "sécurité",
          "déjà",
          "même",
          "mêmes",
          "première",
          "frontalière",
          "frontière",
          "échanges",
          "échange",
          "échanger",
          "créer",
          "création",
          "décembre",
          "février",
          "août",
          "déclaration",
          "réunion",
          "république",
          "européenne",
          "européens",
          "intérieur",
          "économie",
          "énergie",
          "santé",
          "né",
          "où",
          "très",
          "après",
          "procédure",
          "données",
          "délai",
          "élargir",
          "ça",
          "français",
          "française",
          "échéance",
          "désigner",
          "établir",
          "évaluer",
          "élaborer",
          "één",
          "financiën",
          "belgië",
          "coördinatie",
          "coördineren",
          "geïntegreerde",
          "efficiënt",
          "efficiënte",
          "ministeriële",
          "financiële",
          "officiële",
          "daaraan",
          "reële",
          "initiële",
          "activités",
          "autorités",
          "priorités",
          "capacité",
          "qualité",
          "criminalité",
          "matière",
          "manière",
          "réseau",
          "réseaux",
          "générale",
          "général",
          "numérique",
          "stratégie",
          "européen");

  private static final Pattern WORD = Pattern.compile("[\\p{L}]+");

  static {
    put(-4, "é");
    put(-5.5, "àè’");
    put(-6, "ê«»");
    put(-7, "çôîëï–");
    put(-7.5, "âûùœ“”‘•öüÉ€°…");
    put(-8.5, "ÀÈÊáóíúÇäËÖŒ—\u00A0");
    put(-10, "ÎÔÂÛÙÏÜÄÁñãøæåßõìòŸ²³§½±·×®©™¼");
    put(-11, "ÓÍÚÑØÅÆ£µ¹¾†¿¡");
  }

  private LanguageEvidence() {}

  private static void put(double logarithm, String characters) {
    for (int i = 0; i < characters.length(); i++) {
      FREQUENCY.put(characters.charAt(i), logarithm);
    }
  }

  static double score(String text) {
    double score = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        score += FREQUENCY.getOrDefault(c, NEVER) + inPlace(text, i);
      }
    }
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      boolean known = WORDS.contains(word.group());
      score += known && word.group().chars().anyMatch(c -> c >= 0x80) ? COMMON_WORD : 0;
    }
    return score;
  }

  /** Tells whether every character is one that these languages use. */
  static boolean isPlausible(String text) {
    long high = text.chars().filter(c -> c >= 0x80).count();
    long odd = text.chars().filter(c -> c >= 0x80 && !FREQUENCY.containsKey((char) c)).count();
    return odd * 20 <= high;
  }

  /** Capitals occur at the start of words, signs outside of words. */
  private static double inPlace(String text, int i) {
    char c = text.charAt(i);
    char before = i == 0 ? ' ' : text.charAt(i - 1);
    char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
    boolean inWord = Character.isLetter(before) && Character.isLetter(after);
    if (Character.isUpperCase(c)) {
      return Character.isLowerCase(before) ? -6 : 0;
    }
    if (Character.isLowerCase(c)) {
      return Character.isUpperCase(before) && Character.isUpperCase(after) ? -5 : 0;
    }
    if (c == '’' || c == '·') {
      return Character.isLetter(before) || before == '.' ? 0 : -2;
    }
    return inWord ? -5 : 0;
  }
}
