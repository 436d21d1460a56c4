package eu.jalon.intake.sheet;

import eu.jalon.commitment.ProgressStatus;
import eu.jalon.intake.document.Span;
import eu.jalon.intake.split.SplitDeclaration;
import eu.jalon.intake.split.SplitList;
import eu.jalon.intake.split.SplitStep;
import eu.jalon.intake.split.SplitTheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a sheet, read with a mapping.
 *
 * @param themes titles of the themes in the order of their first rows; one without a title where
 *     the sheet has none
 * @param rows the rows that bring a step, in the order of the file
 * @param without numbers of the rows that have words but no step
 */
public record SheetReading(List<String> themes, List<ReadRow> rows, List<Integer> without) {

  /**
   * A row that brings a step.
   *
   * @param theme number of its theme, from 1
   * @param translation the step in the second language, empty where there is none
   * @param status its progress, null where the sheet does not state it
   */
  public record ReadRow(
      SheetRow row,
      int theme,
      String text,
      String translation,
      String owner,
      String deadline,
      @Nullable ProgressStatus status,
      String remarks) {}

  /** Reads the rows that are not skipped; a row with a single cell names a theme. */
  public static SheetReading of(SheetTable table, SheetMapping mapping) {
    Map<String, Integer> themes = new LinkedHashMap<>();
    List<ReadRow> read = new ArrayList<>();
    List<Integer> without = new ArrayList<>();
    String theme = "";
    boolean themed = mapping.columns().contains(SheetColumn.THEME);
    for (SheetRow row : table.rows()) {
      if (mapping.skipped().contains(row.number())) {
        continue;
      }
      String named = mapping.joined(row, SheetColumn.THEME, " ");
      String text = mapping.joined(row, SheetColumn.STEP, " ");
      if (row.isTitle() && (!named.isEmpty() || !themed)) {
        theme = row.cells().stream().filter(cell -> !cell.isBlank()).findFirst().orElse("");
        continue;
      }
      theme = named.isEmpty() ? theme : named;
      if (text.isEmpty()) {
        without.add(row.number());
        continue;
      }
      int number = themes.computeIfAbsent(theme, title -> themes.size() + 1);
      read.add(
          new ReadRow(
              row,
              number,
              text,
              mapping.joined(row, SheetColumn.TRANSLATION, " "),
              mapping.joined(row, SheetColumn.OWNER, ", "),
              mapping.joined(row, SheetColumn.DEADLINE, " "),
              mapping.status(row),
              mapping.remarks(row)));
    }
    return new SheetReading(List.copyOf(themes.keySet()), List.copyOf(read), List.copyOf(without));
  }

  /** The same as a document with one list of steps, theme by theme. */
  public SplitDeclaration split() {
    List<SplitTheme> found = new ArrayList<>();
    for (int theme = 1; theme <= themes.size(); theme++) {
      List<SplitStep> steps = new ArrayList<>();
      for (ReadRow row : of(theme)) {
        steps.add(step(row, steps.size() + 1, row.text()));
      }
      found.add(new SplitTheme(theme, themes.get(theme - 1), "", steps, Span.NONE));
    }
    return new SplitDeclaration(found, List.<SplitList>of());
  }

  /** The rows of a theme, in the order of the file. */
  public List<ReadRow> of(int theme) {
    return rows.stream().filter(row -> row.theme() == theme).toList();
  }

  private static SplitStep step(ReadRow row, int position, String text) {
    Span span = new Span(row.row().start(), row.row().end());
    return new SplitStep(
        position,
        text,
        span,
        0,
        "",
        new SplitStep.Cell(row.owner(), span),
        new SplitStep.Cell(row.deadline(), span));
  }
}
