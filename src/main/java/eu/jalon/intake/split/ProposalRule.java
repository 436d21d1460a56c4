package eu.jalon.intake.split;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** One row of the table: which words speak, with what weight, for which value. */
record ProposalRule(
    boolean onTheme, List<FoldedText> words, ProposalColumn sets, String value, int weight) {

  private static final int HEAVIEST = 1_000;

  /**
   * Reads a row.
   *
   * @throws IllegalArgumentException naming the cell that is wrong
   */
  static ProposalRule of(CSVRecord row) {
    if (!row.isConsistent()) {
      throw new IllegalArgumentException("a row must have 5 cells, but has " + row.size());
    }
    ProposalColumn column = ProposalColumn.named(row.get("sets"));
    return new ProposalRule(
        onTheme(row.get("applies")),
        words(row.get("words")),
        column,
        column.check(row.get("value")),
        weight(row.get("weight")));
  }

  boolean isDefaultFor(ProposalColumn column) {
    return sets == column && words.isEmpty();
  }

  boolean matches(FoldedText theme, FoldedText step) {
    FoldedText text = onTheme ? theme : step;
    return words.isEmpty() || words.stream().anyMatch(text::contains);
  }

  private static boolean onTheme(String applies) {
    if (!applies.equals("theme") && !applies.equals("step")) {
      throw new IllegalArgumentException("applies must be theme or step, but is '" + applies + "'");
    }
    return applies.equals("theme");
  }

  private static List<FoldedText> words(String cell) {
    if (cell.isEmpty()) {
      return List.of();
    }
    List<FoldedText> words = Arrays.stream(cell.split("\\|", -1)).map(FoldedText::of).toList();
    if (words.stream().anyMatch(FoldedText::isEmpty)) {
      throw new IllegalArgumentException(
          "words must hold a word of two letters or more on each side of |, but is '" + cell + "'");
    }
    return words;
  }

  private static int weight(String cell) {
    if (!cell.matches("[0-9]{1,4}")
        || Integer.parseInt(cell) < 1
        || Integer.parseInt(cell) > HEAVIEST) {
      throw new IllegalArgumentException(
          "weight must be a whole number from 1 to " + HEAVIEST + ", but is '" + cell + "'");
    }
    return Integer.parseInt(cell);
  }
}
