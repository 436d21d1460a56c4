package eu.jalon.report.table;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table to export.
 *
 * @param name the name of the worksheet
 * @param columns the headings, in the user's language
 * @param rows cells for each column: a String, an Integer, a Long, a LocalDate or null
 * @param note a line below the rows, for example if rows are omitted; may be null
 */
public record Table(
    String name, List<Column> columns, List<List<@Nullable Object>> rows, @Nullable String note) {

  /**
   * A column.
   *
   * @param width in characters, in a worksheet
   */
  public record Column(String heading, int width) {

    public Column {
      if (width < 1 || width > 255) {
        throw new IllegalArgumentException("Column width must be 1 to 255, not " + width);
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
      throw new IllegalArgumentException("Unsupported cell type: " + cell.getClass());
    }
  }
}
