package eu.jalon.intake.split;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Suggests owners and a track for a step by a table of words that officials can read and change.
 */
public final class ProposalTable {

  private static final List<String> HEADER = List.of("applies", "words", "sets", "value", "weight");
  private static final List<ProposalColumn> ALWAYS_SET =
      List.of(
          ProposalColumn.TRACK,
          ProposalColumn.LEAD_BE,
          ProposalColumn.LEAD_FR,
          ProposalColumn.ACCOUNTABLE);
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

  private final List<ProposalRule> rules;

  private ProposalTable(List<ProposalRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Reads the table, semicolons between cells, lines that start with {@code #} left out.
   *
   * @param csv the whole table with its header
   * @throws IllegalArgumentException if a row is wrong, with its line number; if the header is
   *     another one; if a column that must always be set has no default row
   */
  public static ProposalTable parse(String csv) {
    String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      if (!parser.getHeaderNames().equals(HEADER)) {
        throw new IllegalArgumentException(
            "header must be " + HEADER + ", but is " + parser.getHeaderNames());
      }
      var table = new ProposalTable(rules(parser));
      ALWAYS_SET.forEach(table::requireDefault);
      return table;
    } catch (IOException broken) {
      throw new IllegalArgumentException(
          "the table cannot be read: " + broken.getMessage(), broken);
    }
  }

  /**
   * Proposes a title, owners and a track; the value with the highest total weight wins, at equal
   * weight the one that stands first in the table.
   *
   * @param themeTitle heading of the theme, may be empty
   * @param stepText words of the step
   */
  public Proposal propose(String themeTitle, String stepText) {
    FoldedText theme = FoldedText.of(themeTitle);
    FoldedText step = FoldedText.of(stepText);
    List<ProposalRule> speaking = rules.stream().filter(rule -> rule.matches(theme, step)).toList();
    String leadBe = ranked(speaking, ProposalColumn.LEAD_BE).get(0);
    String leadFr = ranked(speaking, ProposalColumn.LEAD_FR).get(0);
    List<String> associated = new ArrayList<>(ranked(speaking, ProposalColumn.ASSOCIATED));
    associated.removeAll(List.of(leadBe, leadFr));
    return new Proposal(
        ProposedTitle.of(stepText),
        ranked(speaking, ProposalColumn.TRACK).get(0),
        leadBe,
        leadFr,
        ranked(speaking, ProposalColumn.ACCOUNTABLE).get(0),
        associated);
  }

  private static List<String> ranked(List<ProposalRule> speaking, ProposalColumn column) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    speaking.stream()
        .filter(rule -> rule.sets() == column)
        .forEach(rule -> weights.merge(rule.value(), rule.weight(), Integer::sum));
    return weights.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<ProposalRule> rules(CSVParser parser) {
    var rules = new ArrayList<ProposalRule>();
    var rows = parser.iterator();
    try {
      while (rows.hasNext()) {
        rules.add(ProposalRule.of(rows.next()));
      }
    } catch (IllegalArgumentException | UncheckedIOException wrong) {
      throw new IllegalArgumentException(
          "line " + parser.getCurrentLineNumber() + ": " + wrong.getMessage(), wrong);
    }
    return rules;
  }

  private void requireDefault(ProposalColumn column) {
    if (rules.stream().noneMatch(rule -> rule.isDefaultFor(column))) {
      throw new IllegalArgumentException(
          "the table needs a row with empty words that sets " + column.header());
    }
  }
}
