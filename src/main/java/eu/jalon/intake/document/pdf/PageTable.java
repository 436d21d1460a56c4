package eu.jalon.intake.document.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a page: rows of cells that keep clear of the same gaps. A cell may have several lines.
 */
final class PageTable {

  private record Extent(double x, double right) {

    boolean overlaps(Segment segment) {
      return segment.x() < right + 1 && segment.right() > x - 1;
    }
  }

  private final List<List<Segment>> lines;
  private final List<Extent> columns;

  private PageTable(List<List<Segment>> lines, List<Extent> columns) {
    this.lines = lines;
    this.columns = columns;
  }

  /** Finds a table of two rows or more that starts at a line, or null. */
  static @Nullable PageTable at(List<List<Segment>> rows, int from) {
    int width = rows.get(from).size();
    if (width < 2) {
      return null;
    }
    List<Extent> columns = new ArrayList<>();
    rows.get(from).forEach(s -> columns.add(new Extent(s.x(), s.right())));
    var lines = new ArrayList<List<Segment>>();
    lines.add(rows.get(from));
    double least = Double.MAX_VALUE;
    int full = 1;
    int lastFull = 1;
    List<Double> starts = rows.get(from).stream().map(Segment::x).toList();
    for (int i = from + 1; i < rows.size(); i++) {
      List<Segment> row =
          rows.get(i).stream().flatMap(segment -> segment.dividedAt(starts).stream()).toList();
      double gap = row.get(0).y() - rows.get(i - 1).get(0).y();
      if (leavesTable(row, columns, gap, least)) {
        break;
      }
      least = Math.min(least, gap);
      List<Extent> merged = merged(columns, row);
      if (merged.size() < columns.size()
          || merged.size() > columns.size() + 1
          || gap > 4 * row.get(0).size()) {
        break;
      }
      columns.clear();
      columns.addAll(merged);
      lines.add(row);
      if (row.size() >= 2) {
        full++;
        lastFull = lines.size();
      }
    }
    if (full < 2) {
      return null;
    }
    return new PageTable(new ArrayList<>(lines.subList(0, continued(lines, lastFull))), columns);
  }

  /** Lines of a single cell below the last full row belong to it while they are close to it. */
  private static int continued(List<List<Segment>> lines, int lastFull) {
    int end = lastFull;
    while (end < lines.size()
        && lines.get(end).get(0).y() - lines.get(end - 1).get(0).y()
            < 1.35 * lines.get(end).get(0).size()) {
      end++;
    }
    return end;
  }

  /** A sentence below the first column, farther off than the lines of a cell, follows the table. */
  private static boolean leavesTable(
      List<Segment> row, List<Extent> columns, double gap, double least) {
    Segment first = row.get(0);
    return row.size() == 1
        && columns.get(0).overlaps(first)
        && Character.isUpperCase(first.text().codePointAt(0))
        && (gap > 1.2 * least || gap > 1.45 * first.size());
  }

  private static List<Extent> merged(List<Extent> columns, List<Segment> row) {
    var merged = new ArrayList<Extent>(columns);
    for (Segment segment : row) {
      Extent all = new Extent(segment.x(), segment.right());
      var rest = new ArrayList<Extent>();
      for (Extent column : merged) {
        if (column.overlaps(segment)) {
          all = new Extent(Math.min(all.x(), column.x()), Math.max(all.right(), column.right()));
        } else {
          rest.add(column);
        }
      }
      rest.add(all);
      rest.sort((a, b) -> Double.compare(a.x(), b.x()));
      merged = rest;
    }
    return merged;
  }

  int lines() {
    return lines.size();
  }

  /**
   * Joins the lines of each row; rows are separated by larger gaps, or else by their filled cells.
   */
  List<PageLayout.Row> rows() {
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int i = 1; i < lines.size(); i++) {
      least = Math.min(least, gap(i));
      most = Math.max(most, gap(i));
    }
    boolean byGap = most > 1.2 * least && least < 1.35 * lines.get(0).get(0).size();
    var rows = new ArrayList<PageLayout.Row>();
    List<List<String>> open = List.of();
    for (int i = 0; i < lines.size(); i++) {
      boolean starts = i == 0 || (byGap ? gap(i) > (least + most) / 2 : opensRow(lines.get(i)));
      if (starts) {
        open = empty();
        rows.add(new PageLayout.Row(open, rows.isEmpty(), lines.get(i).get(0).y()));
      }
      for (Segment segment : lines.get(i)) {
        open.get(column(segment)).add(segment.text());
      }
    }
    return rows;
  }

  private double gap(int line) {
    return lines.get(line).get(0).y() - lines.get(line - 1).get(0).y();
  }

  private static boolean opensRow(List<Segment> line) {
    return line.size() >= 2
        && line.stream().anyMatch(s -> !Character.isLowerCase(s.text().codePointAt(0)));
  }

  private List<List<String>> empty() {
    var cells = new ArrayList<List<String>>();
    for (int i = 0; i < columns.size(); i++) {
      cells.add(new ArrayList<>());
    }
    return cells;
  }

  private int column(Segment segment) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).overlaps(segment)) {
        return i;
      }
    }
    return 0;
  }
}
