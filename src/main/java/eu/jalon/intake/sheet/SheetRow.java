package eu.jalon.intake.sheet;

import java.util.List;

/**
 * One row of a sheet below its header.
 *
 * @param number the row in the file, from 1
 * @param cells the text of each cell; empty where a cell is empty
 * @param start offset of the row in the text of the file
 * @param end offset after it
 */
public record SheetRow(int number, List<String> cells, int start, int end) {

  public SheetRow {
    cells = List.copyOf(cells);
  }

  /** A cell, empty where the row is shorter. */
  String cell(int column) {
    return column < cells.size() ? cells.get(column).strip() : "";
  }

  /** Whether only one cell has text: the heading of a theme above its steps. */
  public boolean isTitle() {
    return cells.stream().filter(cell -> !cell.isBlank()).count() == 1;
  }
}
