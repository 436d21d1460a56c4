package eu.jalon.intake.pair;

import eu.jalon.shared.text.Folding;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same when a step is translated: its numbers, names, dates and owners, and the
 * stems of words that related languages share.
 *
 * @param stems the first characters of its longer words, written alike
 */
record Traits(
    int theme,
    Set<Long> numbers,
    Set<String> stems,
    @Nullable String deadline,
    Set<String> owners) {

  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}(?:[.\\h]\\d{3})+(?!\\d)|\\d{1,15}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int SHORTEST = 4;
  private static final int STEM = 5;

  static Traits of(VersionStep step) {
    return new Traits(
        step.theme(), numbers(step.text()), stems(step.text()), step.deadline(), step.owners());
  }

  /** The same without some of its numbers. */
  Traits without(Predicate<Long> common) {
    Set<Long> kept = new TreeSet<>(numbers);
    kept.removeIf(common);
    return new Traits(theme, kept, stems, deadline, owners);
  }

  /** The numbers of a text; signs between thousands do not count. */
  static Set<Long> numbers(String text) {
    Set<Long> numbers = new TreeSet<>();
    for (Matcher found = NUMBER.matcher(text); found.find(); ) {
      numbers.add(Long.valueOf(found.group().replaceAll("\\D", "")));
    }
    return numbers;
  }

  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    for (Matcher word = WORD.matcher(Folding.fold(text)); word.find(); ) {
      String alike = alike(word.group());
      if (alike.length() >= SHORTEST) {
        stems.add(alike.substring(0, Math.min(STEM, alike.length())));
      }
    }
    return stems;
  }

  /** Spelling that differs between related words: "coopération" and "coöperatie", "contrôle". */
  private static String alike(String word) {
    return word.replace("qu", "c")
        .replace("ph", "f")
        .replace("ij", "i")
        .replace('k', 'c')
        .replace('y', 'i')
        .replace('z', 's')
        .replaceAll("(.)\\1+", "$1");
  }
}
