package eu.jalon.intake.split.unit;

import eu.jalon.intake.split.wording.FoldedText;
import eu.jalon.intake.split.wording.SectionWords;
import eu.jalon.intake.split.wording.SectionWords.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A step with a label of its own: "Action 3 : ...", "Décision n° 2 : ...", "Art. 1 ...". */
public final class LabelledItem {

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?<word>\\p{L}[\\p{L}’' ]{1,20}?)\\s*(?:n\\s?[°º]|no\\.?|nr\\.?|#)?\\s*"
              + "(?<number>\\d{1,3}(?:[./]\\d{1,3}){0,2}|[A-Z]\\d{1,2}|[IVX]{1,4})"
              + "\\s*(?:[:.)\\]]|[-–—](?=\\s))\\s*(?<rest>.*)",
          Pattern.DOTALL);
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?<word>\\p{L}[\\p{L}’' ]{1,20}?)\\s*[:](?=\\s)\\s*(?<rest>.+)", Pattern.DOTALL);
  private static final Pattern ARTICLE =
      Pattern.compile(
          "(?:Art\\.|Article|Artikel)\\s*(?<number>\\d{1,2})(?:er|re)?\\s*(?:[:.)]|[-–—](?=\\s))?\\s*(?<rest>.*)",
          Pattern.DOTALL);

  private LabelledItem() {}

  /** Finds the label and number before a step; the rest is empty if nothing follows them. */
  public static Optional<Marker> of(SectionWords wording, String text) {
    Matcher article = ARTICLE.matcher(text);
    if (article.matches()) {
      return Optional.of(marker("article", article.group("number"), text, article.group("rest")));
    }
    Matcher numbered = NUMBERED.matcher(text);
    if (numbered.matches() && isItemWord(wording, numbered.group("word"))) {
      return Optional.of(
          marker(
              FoldedText.of(numbered.group("word")).strip(),
              numbered.group("number"),
              text,
              numbered.group("rest")));
    }
    Matcher plain = PLAIN.matcher(text);
    if (plain.matches() && isItemWord(wording, plain.group("word"))) {
      return Optional.of(
          new Marker(
              "=" + FoldedText.of(plain.group("word")).strip(),
              0,
              text.substring(0, plain.start("rest")).strip(),
              plain.group("rest").strip()));
    }
    return Optional.empty();
  }

  /** Whether a marker consists of words that name a step anywhere in a document. */
  public static boolean names(Marker marker) {
    return marker.kind().startsWith("=") && !marker.kind().equals("=article");
  }

  private static Marker marker(String word, String number, String text, String rest) {
    String digits = number.replaceAll("^.*?(\\d{0,3})$", "$1");
    return new Marker(
        "=" + word,
        digits.isEmpty() ? 0 : Integer.parseInt(digits),
        text.substring(0, text.length() - rest.length()).strip(),
        rest.strip());
  }

  private static boolean isItemWord(SectionWords wording, String word) {
    return Character.isUpperCase(word.codePointAt(0))
        && wording.is(Kind.ITEM_WORD, FoldedText.of(word));
  }
}
