package eu.jalon.report.note;

import eu.jalon.commitment.Figures;
import eu.jalon.report.document.ReportBlock;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.report.document.ReportText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Composes the rows of tables of figures: a name and the numbers by status and health. */
final class FigureRows {

  private FigureRows() {}

  /** The names of the columns, of which the first is given. */
  static List<String> columns(String first, ReportMessages messages) {
    return Stream.of(
            first, "fulfilled", "onTrack", "atRisk", "blocked", "silent", "total", "overdue")
        .map(column -> messages.text("column." + column))
        .toList();
  }

  static List<ReportBlock.Cell> row(
      String name, Figures figures, IntFunction<ReportBlock.Cell> number) {
    return row(List.of(ReportText.plain(name)), figures, number);
  }

  static List<ReportBlock.Cell> row(
      List<ReportText> name, Figures figures, IntFunction<ReportBlock.Cell> number) {
    List<ReportBlock.Cell> cells = new ArrayList<>();
    cells.add(new ReportBlock.Cell(name, null));
    IntStream.of(
            figures.fulfilled(),
            figures.onTrack(),
            figures.atRisk(),
            figures.blocked(),
            figures.silent(),
            figures.total(),
            figures.overdue())
        .mapToObj(number)
        .forEach(cells::add);
    return cells;
  }

  static Figures difference(Figures from, Figures to) {
    return new Figures(
        to.fulfilled() - from.fulfilled(),
        to.onTrack() - from.onTrack(),
        to.atRisk() - from.atRisk(),
        to.blocked() - from.blocked(),
        to.silent() - from.silent(),
        to.overdue() - from.overdue());
  }
}
