package eu.jalon.intake.split.wording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The table of words by which sections, lists and columns are recognised in three languages. */
public final class SectionWords {

  private static final List<String> HEADER = List.of("kind", "language", "words");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setDelimiter(';')
          .setCommentMarker('#')
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreSurroundingSpaces(true)
          .setTrim(true)
          .get();

  /** What a row of the table is for. */
  public enum Kind {
    STEPS,
    REVIEW,
    END,
    SIGNATURE,
    FILLER,
    ITEM_WORD,
    COMMITS,
    REQUEST,
    LEADS_IN,
    OPERATIVE,
    ASIDE,
    FORMALITY,
    ACTION_VERB,
    COLUMN_STEP,
    COLUMN_OWNER,
    COLUMN_DUE,
    COLUMN_THEME,
    COLUMN_OTHER
  }

  /** Each phrase with a blank before and after it, as folded texts have them. */
  private final Map<Kind, Set<String>> phrases = new EnumMap<>(Kind.class);

  private final Map<Kind, Map<String, String>> reduced = new EnumMap<>(Kind.class);

  private SectionWords() {
    for (Kind kind : Kind.values()) {
      phrases.put(kind, new LinkedHashSet<>());
      reduced.put(kind, new HashMap<>());
    }
  }

  /**
   * Reads the table, semicolons between cells, lines that start with {@code #} left out.
   *
   * @throws IllegalArgumentException if the header is another one, or a row is wrong, with its line
   */
  public static SectionWords parse(String csv) {
    SectionWords wording = new SectionWords();
    try (CSVParser parser =
        CSVParser.parse(csv.startsWith("\uFEFF") ? csv.substring(1) : csv, FORMAT)) {
      if (!parser.getHeaderNames().equals(HEADER)) {
        throw new IllegalArgumentException(
            "header must be " + HEADER + ", but is " + parser.getHeaderNames());
      }
      for (CSVRecord row : parser) {
        wording.add(row, parser.getCurrentLineNumber());
      }
    } catch (IOException broken) {
      throw new IllegalArgumentException(
          "the table cannot be read: " + broken.getMessage(), broken);
    }
    wording.reduce();
    return wording;
  }

  private void add(CSVRecord row, long line) {
    Optional<Kind> kind =
        Arrays.stream(Kind.values()).filter(k -> k.name().equals(row.get("kind"))).findFirst();
    if (!row.isConsistent() || kind.isEmpty()) {
      throw new IllegalArgumentException(
          "line "
              + line
              + ": kind must be one of "
              + List.of(Kind.values())
              + " in a row of 3 cells");
    }
    Set<String> of = of(kind.get());
    for (String words : row.get("words").split("\\|", -1)) {
      String folded = FoldedText.of(words);
      if (folded.isBlank()) {
        throw new IllegalArgumentException("line " + line + ": no words between two |");
      }
      of.add(folded);
    }
  }

  /**
   * Headings are also known without their small words: "les actions à mener" by "actions mener".
   */
  private void reduce() {
    for (Kind kind : List.of(Kind.STEPS, Kind.REVIEW, Kind.END)) {
      for (String phrase : of(kind)) {
        String core = core(phrase);
        reducedOf(kind).putIfAbsent(core.isEmpty() ? phrase.strip() : core, phrase);
      }
    }
  }

  /** The words of a heading without fillers and numbers. */
  public String core(String folded) {
    List<String> kept = new ArrayList<>();
    for (String word : folded.strip().split(" ", -1)) {
      boolean number = word.chars().allMatch(Character::isDigit);
      if (!number && !of(Kind.FILLER).contains(" " + word + " ")) {
        kept.add(word);
      }
    }
    return String.join(" ", kept);
  }

  /** Whether a text is one of the phrases. */
  public boolean is(Kind kind, String folded) {
    return of(kind).contains(folded.startsWith(" ") ? folded : " " + folded + " ");
  }

  /** Whether a text is one of the phrases but for its small words. */
  public boolean isReduced(Kind kind, String core) {
    return reducedOf(kind).containsKey(core);
  }

  /** Whether a folded text contains one of the phrases. */
  public boolean contains(Kind kind, String folded) {
    return of(kind).stream().anyMatch(folded::contains);
  }

  /** The longest phrase that a folded text begins with. */
  public Optional<String> opening(Kind kind, String folded) {
    return of(kind).stream()
        .filter(folded::startsWith)
        .max(Comparator.comparingInt(String::length))
        .map(String::strip);
  }

  public Set<String> of(Kind kind) {
    Set<String> found = phrases.get(kind);
    return found == null ? Set.of() : found;
  }

  private Map<String, String> reducedOf(Kind kind) {
    Map<String, String> found = reduced.get(kind);
    if (found == null) {
      throw new IllegalStateException("no table for " + kind);
    }
    return found;
  }
}
