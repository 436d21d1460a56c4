package eu.jalon.intake.propose;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The table of the words around the names of ministries. */
public final class OwnerWords {

  private static final List<String> HEADER = List.of("kind", "party", "words");

  /** The effect of the words of a row. */
  enum Kind {
    MINISTRY,
    MINISTRIES,
    MINISTER,
    MINISTERS,
    SERVICE,
    LINK,
    PARTY,
    FOREIGN,
    NOT_BEFORE,
    ABBREVIATION
  }

  private final Map<Kind, List<List<String>>> phrases = new EnumMap<>(Kind.class);
  private final Map<String, String> parties = new HashMap<>();
  private final List<Abbreviation> abbreviations = new ArrayList<>();

  private OwnerWords() {
    for (Kind kind : Kind.values()) {
      phrases.put(kind, new ArrayList<>());
    }
  }

  /**
   * Reads the table, semicolons between cells, lines that start with {@code #} left out.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   */
  public static OwnerWords parse(String csv) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();
    OwnerWords words = new OwnerWords();
    try (CSVParser parser = CSVParser.parse(csv, format)) {
      if (!parser.getHeaderNames().equals(HEADER)) {
        throw new IllegalArgumentException(
            "header must be " + HEADER + ", but is " + parser.getHeaderNames());
      }
      for (CSVRecord row : parser) {
        words.add(row, parser.getCurrentLineNumber());
      }
    } catch (IOException broken) {
      throw new IllegalArgumentException("the table cannot be read", broken);
    }
    return words;
  }

  private void add(CSVRecord row, long line) {
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(k -> k.name().equals(row.get("kind")))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "line " + line + ": kind must be one of " + List.of(Kind.values())));
    for (String phrase : row.get("words").split("\\|", -1)) {
      if (kind == Kind.ABBREVIATION) {
        abbreviation(row.get("party"), phrase, line);
        continue;
      }
      of(kind).add(List.of(phrase.strip().split(" ", -1)));
      if (kind == Kind.PARTY || kind == Kind.SERVICE) {
        parties.put(phrase.strip(), row.get("party"));
      }
    }
  }

  private void abbreviation(String party, String phrase, long line) {
    String[] sides = phrase.strip().split("=", -1);
    if (sides.length != 2) {
      throw new IllegalArgumentException(
          "line " + line + ": an abbreviation needs the name it stands for, as in dvz=dienst x");
    }
    abbreviations.add(
        new Abbreviation(
            List.of(sides[0].split(" ", -1)), party, List.of(sides[1].split(" ", -1))));
  }

  /**
   * The short names of a ministry or of its services.
   *
   * @param letters its words, in small letters
   * @param name a name that the directory knows, without the word for a ministry
   */
  record Abbreviation(List<String> letters, String party, List<String> name) {}

  List<Abbreviation> abbreviations() {
    return abbreviations;
  }

  /** The number of words of the phrase of this kind at a place; 0 if there is none. */
  int at(Kind kind, List<Token> tokens, int i) {
    int longest = 0;
    for (List<String> phrase : of(kind)) {
      if (phrase.size() > longest && Token.matches(tokens, i, phrase)) {
        longest = phrase.size();
      }
    }
    return longest;
  }

  /** The party that a word refers to. */
  Optional<String> party(String phrase) {
    return Optional.ofNullable(parties.get(phrase));
  }

  private List<List<String>> of(Kind kind) {
    List<List<String>> found = phrases.get(kind);
    if (found == null) {
      throw new IllegalStateException("no table for " + kind);
    }
    return found;
  }
}
