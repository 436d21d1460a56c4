package eu.jalon.intake.split;

import eu.jalon.shared.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells French, Dutch and English apart by their small words. */
public final class TextLanguage {

  private static final Map<String, Language> WORDS = new HashMap<>();

  static {
    add(
        Language.FR,
        "le la les l d du des et un une au aux en dans pour par sur avec sans entre que qui dont ce"
            + " ces cette son sa ses leur leurs nos notre sont est sera seront ont a avant apres"
            + " ainsi afin chaque deux pays y compris mise jour entre etre faire mettre");
    add(
        Language.NL,
        "de het een en van voor met op te ten ter tot aan bij uit door over om dat die dit deze zijn"
            + " wordt worden zal zullen hun hen ons onze naar tussen tegen ook niet als na wordt elk"
            + " elke beide landen zich er jaarlijks voor binnen");
    add(
        Language.EN,
        "the of and to for with on at by from between that which this these their our its is are"
            + " will shall be been has have an as into within each both countries before after"
            + " against all any not it we");
  }

  private TextLanguage() {}

  /** The language most of a text's small words belong to; empty where they do not decide. */
  public static Optional<Language> of(String text) {
    int[] votes = new int[Language.values().length];
    for (String word : Folded.of(text).strip().split(" ", -1)) {
      Language language = WORDS.get(word);
      if (language != null) {
        votes[language.ordinal()] += 2;
      }
      if (word.endsWith("aux") || word.endsWith("eur")) {
        votes[Language.FR.ordinal()]++;
      }
      if (word.length() > 4 && (word.endsWith("en") || word.contains("ij"))) {
        votes[Language.NL.ordinal()]++;
      }
    }
    if (Infinitive.opens(text)) {
      votes[Language.FR.ordinal()] += 2;
    }
    return winner(votes);
  }

  private static Optional<Language> winner(int[] votes) {
    int best = 0;
    boolean tied = false;
    for (int i = 1; i < votes.length; i++) {
      tied = votes[i] == votes[best] || (tied && votes[i] < votes[best]);
      best = votes[i] > votes[best] ? i : best;
    }
    return votes[best] == 0 || tied ? Optional.empty() : Optional.of(Language.values()[best]);
  }

  /** A word of two languages speaks for none of them. */
  private static void add(Language language, String words) {
    for (String word : words.split(" ", -1)) {
      Language other = WORDS.putIfAbsent(word, language);
      if (other != null && other != language) {
        WORDS.remove(word);
      }
    }
  }
}
