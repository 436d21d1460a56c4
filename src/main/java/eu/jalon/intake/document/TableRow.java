package eu.jalon.intake.document;

import java.util.List;

/**
 * One row of a table.
 *
 * @param table the table in its document, counted from 0
 * @param row the row in its table, counted from 0
 * @param header whether the row names the columns
 * @param cells the cleaned text of each cell; empty where the cell is empty
 */
public record TableRow(int table, int row, boolean header, List<String> cells, Place place)
    implements Block {

  public TableRow {
    if (table < 0 || row < 0) {
      throw new IllegalArgumentException("not a row: " + row + " of table " + table);
    }
    cells = List.copyOf(cells);
  }

  @Override
  public String text() {
    return String.join(" | ", cells);
  }

  @Override
  public Block cleaned() {
    return new TableRow(table, row, header, cells.stream().map(Block::cleaned).toList(), place);
  }
}
