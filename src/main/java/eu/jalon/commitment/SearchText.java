package eu.jalon.commitment;

import eu.jalon.shared.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Normalizes texts for search and parses search queries: folded words, separated by single spaces.
 * All characters other than letters and digits separate words, so that user input cannot contain
 * operators of LIKE or {@code tsquery}.
 */
final class SearchText {

  /** Maximum length of the stored search text of a commitment, in characters. */
  static final int MAX_TEXT = 20_000;

  private static final int MAX_TERMS = 10;
  private static final int MAX_WORD = 60;

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern TERMS = Pattern.compile("\"([^\"]*)(\"?)|([^\\s\"]+)");

  /** A fragment before or after an apostrophe that is not a word: l’, qu’, foto’s. */
  private static final Pattern ELISION = Pattern.compile("|qu|\\p{L}");

  private SearchText() {}

  /** Returns the words of the texts, each with a space before and after it. */
  static String of(Stream<String> texts) {
    String words = words(texts.collect(Collectors.joining(" "))).collect(Collectors.joining(" "));
    return " " + words.substring(0, Math.min(words.length(), MAX_TEXT - 2)) + " ";
  }

  private static Stream<String> words(String text) {
    return SEPARATORS
        .splitAsStream(Folding.fold(text))
        .filter(word -> !word.isEmpty())
        .map(SearchText::truncated);
  }

  private static String truncated(String word) {
    if (word.length() <= MAX_WORD) {
      return word;
    }
    int end = Character.isHighSurrogate(word.charAt(MAX_WORD - 1)) ? 1 : 0;
    return word.substring(0, MAX_WORD - end);
  }

  /**
   * A word or a phrase of consecutive words.
   *
   * @param whole whether the last word must match completely, not as a prefix
   */
  record Term(List<String> words, boolean whole) {

    String pattern() {
      return "% " + String.join(" ", words) + (whole ? " %" : "%");
    }

    /** Returns the operands of a {@code tsquery}, one for each word. */
    Stream<String> lexemes() {
      int last = words.size() - 1;
      String end = "'" + words.get(last) + "'" + (whole ? "" : ":*");
      return Stream.concat(
          words.subList(0, last).stream().map(word -> "'" + word + "'"), Stream.of(end));
    }
  }

  /** A parsed search query; all terms must occur. */
  record Query(List<Term> terms) {

    boolean isEmpty() {
      return terms.isEmpty();
    }

    /** Returns one LIKE pattern for each term, with wildcards at its ends only. */
    List<String> patterns() {
      return terms.stream().map(Term::pattern).toList();
    }

    /** Returns the LIKE patterns of phrases, which an index of single words cannot find alone. */
    List<String> phrases() {
      return terms.stream().filter(term -> term.words().size() > 1).map(Term::pattern).toList();
    }

    String lexemes() {
      return terms.stream().flatMap(Term::lexemes).collect(Collectors.joining(" & "));
    }
  }

  /**
   * Parses a query. Each word matches all words that begin with it; words joined by other
   * characters, as in {@code VD2023-2.06}, form a phrase; a quoted part is a phrase of whole words.
   * Elided articles are ignored. The result is empty if the input is absent or has no letters or
   * digits.
   */
  static Query query(@Nullable String typed) {
    List<Term> terms = new ArrayList<>();
    Matcher matcher = TERMS.matcher(typed == null ? "" : Folding.fold(typed));
    while (matcher.find() && terms.size() < MAX_TERMS) {
      if (matcher.group(3) == null) {
        add(terms, matcher.group(1), !matcher.group(2).isEmpty());
      } else {
        String[] pieces = matcher.group(3).split("'", -1);
        for (String piece : pieces) {
          if (pieces.length == 1 || !ELISION.matcher(piece).matches()) {
            add(terms, piece, false);
          }
        }
      }
    }
    return new Query(terms.stream().limit(MAX_TERMS).toList());
  }

  private static void add(List<Term> terms, String text, boolean whole) {
    List<String> words = words(text).toList();
    if (!words.isEmpty()) {
      terms.add(new Term(words, whole));
    }
  }
}
