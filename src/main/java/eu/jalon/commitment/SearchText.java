package eu.jalon.commitment;

import eu.jalon.shared.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text as it is searched: the words of it, lower case, without accents, ligatures undone; and a
 * query for them. All signs are gaps between words, so that nothing typed has a meaning of its own
 * in a query of the database.
 */
final class SearchText {

  /** What the register keeps of one commitment's words, in characters. */
  static final int MOST_TEXT = 20_000;

  private static final int MOST_PARTS = 10;
  private static final int LONGEST_WORD = 60;

  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern PARTS = Pattern.compile("\"([^\"]*)(\"?)|([^\\s\"]+)");

  /** What stands before or after an apostrophe and is no word: l’, qu’, foto’s. */
  private static final Pattern ELISION = Pattern.compile("|qu|\\p{L}");

  private SearchText() {}

  /** The words of a text, each with a blank before and behind it. */
  static String of(Stream<String> texts) {
    String words = words(texts.collect(Collectors.joining(" "))).collect(Collectors.joining(" "));
    return " " + words.substring(0, Math.min(words.length(), MOST_TEXT - 2)) + " ";
  }

  private static Stream<String> words(String text) {
    return GAPS.splitAsStream(Folding.fold(text))
        .filter(word -> !word.isEmpty())
        .map(SearchText::cut);
  }

  private static String cut(String word) {
    if (word.length() <= LONGEST_WORD) {
      return word;
    }
    int end = Character.isHighSurrogate(word.charAt(LONGEST_WORD - 1)) ? 1 : 0;
    return word.substring(0, LONGEST_WORD - end);
  }

  /**
   * Words that follow one another.
   *
   * @param whole whether the last of them is a whole word, and not its beginning
   */
  record Part(List<String> words, boolean whole) {

    String pattern() {
      return "% " + String.join(" ", words) + (whole ? " %" : "%");
    }

    /** As PostgreSQL asks its index for each of the words, wherever they stand. */
    Stream<String> lexemes() {
      int last = words.size() - 1;
      String end = "'" + words.get(last) + "'" + (whole ? "" : ":*");
      return Stream.concat(
          words.subList(0, last).stream().map(word -> "'" + word + "'"), Stream.of(end));
    }
  }

  /** What somebody looks for: all of its parts must occur. */
  record Query(List<Part> parts) {

    boolean isEmpty() {
      return parts.isEmpty();
    }

    /** One pattern of LIKE for each part; it holds no wildcard but at its ends. */
    List<String> patterns() {
      return parts.stream().map(Part::pattern).toList();
    }

    /** The patterns of parts that an index of single words cannot answer alone. */
    List<String> phrases() {
      return parts.stream().filter(part -> part.words().size() > 1).map(Part::pattern).toList();
    }

    String lexemes() {
      return parts.stream().flatMap(Part::lexemes).collect(Collectors.joining(" & "));
    }
  }

  /**
   * Reads a query: each word stands for all words that begin with it; what is joined by a sign, as
   * in {@code VD2023-2.06}, must follow one another; what stands between quotes, as whole words.
   * Articles before an apostrophe do not count. Empty where no email or digit is left.
   */
  static Query query(String typed) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = PARTS.matcher(Folding.fold(typed));
    while (matcher.find() && parts.size() < MOST_PARTS) {
      if (matcher.group(3) == null) {
        add(parts, matcher.group(1), !matcher.group(2).isEmpty());
      } else {
        String[] pieces = matcher.group(3).split("'", -1);
        for (String piece : pieces) {
          if (pieces.length == 1 || !ELISION.matcher(piece).matches()) {
            add(parts, piece, false);
          }
        }
      }
    }
    return new Query(parts.stream().limit(MOST_PARTS).toList());
  }

  private static void add(List<Part> parts, String text, boolean whole) {
    List<String> words = words(text).toList();
    if (!words.isEmpty()) {
      parts.add(new Part(words, whole));
    }
  }
}
