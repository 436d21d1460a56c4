package eu.jalon.intake.sheet;

import eu.jalon.intake.document.Block;
import eu.jalon.intake.document.Heading;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.TableRow;
import eu.jalon.shared.ValidationError;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of a file: the names of its columns and its rows, across empty rows and repeated headers.
 *
 * @param header the names of the columns; empty where a column has none
 */
public record SheetTable(List<String> header, List<SheetRow> rows) {

  /** A tracking sheet has some hundred rows. */
  public static final int MOST_ROWS = 2_000;

  private static final int HEADER_SOUGHT = 30;

  public SheetTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /**
   * Finds the table of a file; its header is the first row that names at least two columns.
   *
   * @throws ValidationError {@code sheet.noTable} where no row does, {@code sheet.tooManyRows}
   */
  public static SheetTable of(SourceText file, SheetWords words) {
    List<SheetRow> all = rows(file);
    int at = header(all, words);
    if (at < 0 || at + 1 >= all.size()) {
      throw ValidationError.invalid("sheet.noTable");
    }
    List<String> header = all.get(at).cells();
    List<SheetRow> rows =
        all.subList(at + 1, all.size()).stream()
            .filter(row -> !row.cells().equals(header))
            .toList();
    if (rows.size() > MOST_ROWS) {
      throw ValidationError.invalid("sheet.tooManyRows", rows.size(), MOST_ROWS);
    }
    int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<String> named = new ArrayList<>(header);
    while (named.size() < width) {
      named.add("");
    }
    return new SheetTable(named, rows);
  }

  private static int header(List<SheetRow> rows, SheetWords words) {
    for (int i = 0; i < Math.min(HEADER_SOUGHT, rows.size()); i++) {
      if (words.named(rows.get(i).cells()) >= 2) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Every row of the file; one empty row is counted between two tables of a sheet. A single heading
   * is a row, several are the names of sheets.
   */
  private static List<SheetRow> rows(SourceText file) {
    List<SheetRow> rows = new ArrayList<>();
    int number = 0;
    int table = -1;
    boolean sheets = file.blocks().stream().filter(Heading.class::isInstance).count() > 1;
    for (Block block : file.blocks()) {
      if (sheets && block instanceof Heading) {
        number = 0;
        table = -1;
        continue;
      }
      if (block instanceof TableRow row) {
        number += table >= 0 && row.table() != table ? 1 : 0;
        table = row.table();
        rows.add(row(++number, row.cells(), block));
      } else {
        number++;
        rows.add(row(number, List.of(block.text()), block));
      }
    }
    return rows;
  }

  private static SheetRow row(int number, List<String> cells, Block block) {
    return new SheetRow(number, cells, block.place().start(), block.place().end());
  }
}
