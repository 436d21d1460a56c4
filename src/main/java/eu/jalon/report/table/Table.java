package eu.jalon.report.table;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows under headings, as somebody sees them on a page and takes them away.
 *
 * @param name what the sheet of a workbook is called
 * @param columns the headings, in the reader's language
 * @param rows a cell for each column: a text, a whole number, a day, or nothing
 * @param note a line below the rows, where something is left out; or nothing
 */
public record Table(
    String name, List<Column> columns, List<List<@Nullable Object>> rows, @Nullable String note) {

  /**
   * A column.
   *
   * @param width how many characters of it are seen in a workbook
   */
  public record Column(String heading, int width) {

    public Column {
      if (width < 1 || width > 255) {
        throw new IllegalArgumentException("A column is 1 to 255 characters wide, not " + width);
      }
    }
  }

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (List<@Nullable Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row has %d cells for %d columns".formatted(row.size(), columns.size()));
      }
      row.forEach(Table::requireCell);
    }
  }

  private static void requireCell(@Nullable Object cell) {
    if (cell == null || cell instanceof String || cell instanceof LocalDate) {
      return;
    }
    if (!(cell instanceof Integer || cell instanceof Long)) {
      throw new IllegalArgumentException("No cell of a table: " + cell.getClass());
    }
  }
}
