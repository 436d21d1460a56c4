package eu.jalon.intake.split.wording;

import java.util.List;
import java.util.Set;

/** Recognises French infinitives, with which a declaration words what is to be done. */
public final class FrenchInfinitive {

  private static final List<String> ENDINGS =
      List.of(
          "er", "ir", "dre", "ttre", "uire", "crire", "dire", "lire", "faire", "traire", "suivre",
          "clure", "naitre", "rompre", "vaincre", "croire");

  private static final Set<String> OTHER_WORDS =
      Set.of(
          ("premier dernier policier douanier financier particulier regulier "
                  + "entier papier courrier chantier quartier dossier atelier "
                  + "calendrier janvier fevrier hier hiver cher leader danger etranger "
                  + "leger avenir souvenir loisir plaisir desir pouvoir devoir espoir "
                  + "soir cadre ordre moindre gendre lettre affaire desordre singulier")
              .split(" ", -1));

  private FrenchInfinitive() {}

  /**
   * Tells whether a sentence opens with a capitalised infinitive, "Se" or "S'" before it allowed.
   */
  public static boolean opens(String sentence) {
    String[] words = firstWords(sentence);
    if (words[0].isEmpty() || !Character.isUpperCase(words[0].codePointAt(0))) {
      return false;
    }
    boolean reflexive = words[0].equals("Se") || words[0].equals("S");
    return isInfinitive(reflexive ? words[1] : words[0]);
  }

  /** Tells whether a clause begins with an infinitive in lower case. */
  static boolean continues(String clause) {
    String[] words = firstWords(clause);
    boolean reflexive = words[0].equals("se") || words[0].equals("s");
    return Sentences.startsLower(words[0]) && isInfinitive(reflexive ? words[1] : words[0]);
  }

  private static boolean isInfinitive(String word) {
    String folded = Sentences.fold(word);
    return folded.length() >= 4
        && ENDINGS.stream().anyMatch(folded::endsWith)
        && !OTHER_WORDS.contains(folded);
  }

  private static String[] firstWords(String text) {
    var words = new String[] {"", ""};
    int at = 0;
    for (int i = 0; i < words.length; i++) {
      int end = at;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      words[i] = text.substring(at, end);
      at = Math.min(end + 1, text.length());
    }
    return words;
  }
}
