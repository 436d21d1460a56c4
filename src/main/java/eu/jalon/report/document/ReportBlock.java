package eu.jalon.report.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of the report; page, ODT and PDF are rendered from the same blocks. */
public sealed interface ReportBlock {

  /** The name of the block type, for templates. */
  String kind();

  /**
   * A heading.
   *
   * @param level 2 or 3; the title of the report is 1
   * @param anchor an id that is unique in the report
   * @param newPage whether a page break precedes it in print
   */
  record Heading(int level, ReportText text, String anchor, boolean newPage)
      implements ReportBlock {

    @Override
    public String kind() {
      return "heading";
    }
  }

  /** A paragraph in one style. */
  record Paragraph(ReportText text) implements ReportBlock {

    @Override
    public String kind() {
      return "paragraph";
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

    @Override
    public String kind() {
      return "grid";
    }
  }

  /** The table layouts of the report. */
  enum Layout {
    /** A name and seven numbers. */
    FIGURES,
    /** Reference, title, change. */
    CHANGES,
    /** Title, leads, due date, status, last reports. */
    COMMITMENTS;

    /** The width of a column in percent of the table. */
    public int width(int column) {
      return switch (this) {
        case FIGURES -> column == 0 ? 37 : 9;
        case CHANGES -> List.of(14, 43, 43).get(column);
        case COMMITMENTS -> List.of(27, 17, 13, 13, 30).get(column);
      };
    }

    public int columns() {
      return switch (this) {
        case FIGURES -> 8;
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
  }
}
