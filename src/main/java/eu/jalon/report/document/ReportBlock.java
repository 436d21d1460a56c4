package eu.jalon.report.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of the report; page, ODT and PDF are rendered from the same blocks. */
public sealed interface ReportBlock {

  /**
   * A heading.
   *
   * @param level 2 or 3; the title of the report is 1
   * @param anchor an id that is unique in the report
   * @param newPage whether a page break precedes it in print
   */
  record Heading(int level, ReportText text, String anchor, boolean newPage)
      implements ReportBlock {}

  /** A paragraph in one style. */
  record Paragraph(ReportText text) implements ReportBlock {}

  /** A paragraph of runs with a space between, in styles and languages of their own. */
  record Prose(List<ReportText> runs) implements ReportBlock {

    public Prose {
      runs = List.copyOf(runs);
    }
  }

  /**
   * A list.
   *
   * @param items the text runs of each item
   */
  record Items(boolean numbered, List<List<ReportText>> items) implements ReportBlock {

    public Items {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A table; the first cell of a row is its header.
   *
   * @param layout the column widths
   */
  record Grid(Layout layout, String caption, List<String> columns, List<List<Cell>> rows)
      implements ReportBlock {

    public Grid {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      if (columns.size() != layout.columns()) {
        throw new IllegalArgumentException(
            "%s columns for layout %s".formatted(columns.size(), layout));
      }
      for (List<Cell> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "%s cells in a row of %s columns".formatted(row.size(), columns.size()));
        }
      }
    }
  }

  /** The table layouts of the report. */
  enum Layout {
    /** A name and seven numbers. */
    FIGURES,
    /** Title, accountable ministry, delay, reason. */
    LATE,
    /** Reference, title, change. */
    CHANGES,
    /** Title, leads, due date, status, last reports. */
    COMMITMENTS;

    /** The width of a column in percent of the table. */
    public int width(int column) {
      return switch (this) {
        case FIGURES -> List.of(23, 11, 11, 11, 11, 11, 11, 11).get(column);
        case LATE -> List.of(31, 27, 11, 31).get(column);
        case CHANGES -> List.of(14, 43, 43).get(column);
        case COMMITMENTS -> List.of(26, 20, 12, 13, 29).get(column);
      };
    }

    public int columns() {
      return switch (this) {
        case FIGURES -> 8;
        case LATE -> 4;
        case CHANGES -> 3;
        case COMMITMENTS -> 5;
      };
    }

    /** Whether a column holds numbers. */
    public boolean numeric(int column) {
      return this == FIGURES && column > 0;
    }
  }

  /**
   * A table cell.
   *
   * @param ref the reference of a commitment to link to; null without a link
   */
  record Cell(List<ReportText> lines, @Nullable String ref) {

    public Cell {
      lines = List.copyOf(lines);
    }

    public static Cell of(ReportText... lines) {
      return new Cell(List.of(lines), null);
    }

    public static Cell number(int number) {
      return of(number == 0 ? ReportText.soft("0") : ReportText.plain(String.valueOf(number)));
    }

    /** A difference with its sign. */
    public static Cell difference(int number) {
      return number == 0
          ? of(ReportText.soft("="))
          : of(ReportText.strong((number > 0 ? "+" : "−") + Math.abs(number)));
    }
  }
}
