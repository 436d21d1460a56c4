package eu.jalon.register;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is searched: lower case, without accents, ligatures undone. */
final class SearchText {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("\\s+");

  private SearchText() {}

  static String of(String text) {
    String folded =
        text.replace('\u0000', ' ').toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
    folded = MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD)).replaceAll("");
    return folded.replace('’', '\'').strip();
  }

  /** The words of a query as LIKE patterns, their wildcards escaped with {@code !}. */
  static List<String> patterns(String query) {
    return Arrays.stream(GAPS.split(of(query)))
        .filter(word -> !word.isEmpty())
        .limit(10)
        .map(word -> word.replace("!", "!!").replace("%", "!%").replace("_", "!_"))
        .map(word -> "%" + word + "%")
        .toList();
  }
}
