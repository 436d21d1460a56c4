package eu.jalon.intake.split.wording;

import eu.jalon.shared.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Distinguishes French, Dutch and English by their small words. */
public final class TextLanguage {

  public static final Language FRENCH = Language.of("fr");
  public static final Language DUTCH = Language.of("nl");
  private static final Language ENGLISH = Language.of("en");

  private static final Map<String, Language> WORDS = new HashMap<>();

  static {
    add(
        FRENCH,
        "le la les l d du des et un une au aux en dans pour par sur avec sans entre que qui dont ce"
            + " ces cette son sa ses leur leurs nos notre sont est sera seront ont a avant apres"
            + " ainsi afin chaque deux pays y compris mise jour entre etre faire mettre");
    add(
        DUTCH,
        "de het een en van voor met op te ten ter tot aan bij uit door over om dat die dit deze"
            + " zijn wordt worden zal zullen hun hen ons onze naar tussen tegen ook niet als na"
            + " wordt elk elke beide landen zich er jaarlijks voor binnen");
    add(
        ENGLISH,
        "the of and to for with on at by from between that which this these their our its is are"
            + " will shall be been has have an as into within each both countries before after"
            + " against all any not it we");
  }

  private TextLanguage() {}

  /** The language of most small words of a text; empty if they do not decide. */
  public static Optional<Language> of(String text) {
    Map<Language, Integer> votes = new HashMap<>();
    for (String word : FoldedText.of(text).strip().split(" ", -1)) {
      Language language = WORDS.get(word);
      if (language != null) {
        votes.merge(language, 2, Integer::sum);
      }
      if (word.endsWith("aux") || word.endsWith("eur")) {
        votes.merge(FRENCH, 1, Integer::sum);
      }
      if (word.length() > 4 && (word.endsWith("en") || word.contains("ij"))) {
        votes.merge(DUTCH, 1, Integer::sum);
      }
    }
    if (FrenchInfinitive.opens(text)) {
      votes.merge(FRENCH, 2, Integer::sum);
    }
    return winner(votes);
  }

  /** The language with the most votes; empty if there are none or two have the same number. */
  private static Optional<Language> winner(Map<Language, Integer> votes) {
    int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<Language> best =
        votes.entrySet().stream()
            .filter(entry -> entry.getValue() == most)
            .map(Map.Entry::getKey)
            .toList();
    return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
  }

  /** A word that two languages share counts for neither. */
  private static void add(Language language, String words) {
    for (String word : words.split(" ", -1)) {
      Language other = WORDS.putIfAbsent(word, language);
      if (other != null && other != language) {
        WORDS.remove(word);
      }
    }
  }
}
