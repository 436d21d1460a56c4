package eu.jalon.intake.propose;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table of words, each of which supports a value with a weight. */
public final class WordTable {

  /** One row: the words as they begin, and the value they speak for. */
  private record Row(String value, int weight, List<String> words) {}

  private final List<Row> rows;

  private WordTable(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * Reads a table whose first column is the value and whose last one the words; a column {@code
   * weight} may be between. Lines that start with {@code #} are left out.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   */
  public static WordTable parse(String csv) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(false)
            .get();
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(csv, format)) {
      boolean weighted = parser.getHeaderNames().contains("weight");
      for (CSVRecord row : parser) {
        if (!row.isConsistent()) {
          throw new IllegalArgumentException(
              "line " + parser.getCurrentLineNumber() + ": a row must have all cells");
        }
        List<String> words = new ArrayList<>();
        for (String word : row.get("words").split("\\|", -1)) {
          words.add(" " + word.stripLeading());
        }
        rows.add(
            new Row(row.get(0).strip(), weighted ? Integer.parseInt(row.get("weight")) : 1, words));
      }
    } catch (IOException broken) {
      throw new IllegalArgumentException("the table cannot be read", broken);
    }
    return new WordTable(rows);
  }

  /** The value with the most weight; empty if no word supports one. */
  public Optional<String> best(String text) {
    return weights(text).entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** All values that a word supports, in the order of the table. */
  public List<String> all(String text) {
    return List.copyOf(weights(text).keySet());
  }

  private Map<String, Integer> weights(String text) {
    StringBuilder folded = new StringBuilder(" ");
    Token.of(text).forEach(token -> folded.append(token.word()).append(' '));
    Map<String, Integer> weights = new LinkedHashMap<>();
    for (Row row : rows) {
      for (String word : row.words) {
        if (folded.indexOf(word) >= 0) {
          weights.merge(row.value, row.weight, Integer::sum);
        }
      }
    }
    return weights;
  }
}
