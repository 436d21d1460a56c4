package eu.jalon.report.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a note, of which the page, the ODT and the PDF are made alike. */
public sealed interface ReportBlock {

  /** The name of the kind, for templates. */
  String kind();

  /**
   * A heading.
   *
   * @param level 2 or 3, the title of the note being 1
   * @param anchor an id that is the note's only one
   * @param newPage whether it begins a page on paper
   */
  record Heading(int level, ReportText text, String anchor, boolean newPage)
      implements ReportBlock {

    @Override
    public String kind() {
      return "heading";
    }
  }

  /** A paragraph of one style. */
  record Paragraph(ReportText text) implements ReportBlock {

    @Override
    public String kind() {
      return "paragraph";
    }
  }

  /**
   * A table; the first cell of a row is its head.
   *
   * @param layout how wide the columns are
   */
  record Grid(Layout layout, String caption, List<String> columns, List<List<Cell>> rows)
      implements ReportBlock {

    public Grid {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      if (columns.size() != layout.columns()) {
        throw new IllegalArgumentException("A table of %s columns".formatted(columns.size()));
      }
      for (List<Cell> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException("A row of %s cells".formatted(row.size()));
        }
      }
    }

    @Override
    public String kind() {
      return "grid";
    }
  }

  /** The tables of a note. */
  enum Layout {
    /** A name, then numbers. */
    FIGURES,
    /** Reference, title, what changed. */
    CHANGES,
    /** Title, leads, deadline, state, what was reported. */
    LINES;

    /** How wide a column is, in percent of the table. */
    public int width(int column) {
      return switch (this) {
        case FIGURES -> column == 0 ? 37 : 9;
        case CHANGES -> List.of(14, 43, 43).get(column);
        case LINES -> List.of(27, 17, 13, 13, 30).get(column);
      };
    }

    public int columns() {
      return switch (this) {
        case FIGURES -> 8;
        case CHANGES -> 3;
        case LINES -> 5;
      };
    }

    /** Whether a column holds numbers. */
    public boolean numeric(int column) {
      return this == FIGURES && column > 0;
    }
  }

  /**
   * The lines of one cell.
   *
   * @param ref the reference of the commitment it names, for a link
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
