package eu.jalon.report.table;

import eu.jalon.shared.text.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes tables as CSV. */
public final class TableCsv {

  private TableCsv() {}

  /**
   * Writes a table; the stream stays open.
   *
   * @throws IOException if the client has disconnected
   */
  public static void write(Table table, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv =
        new CsvWriter(writer, table.columns().stream().map(Table.Column::heading).toList());
    for (List<@Nullable Object> row : table.rows()) {
      csv.row(row);
    }
    if (table.note() != null) {
      csv.row(List.of(table.note()));
    }
    csv.flush();
  }
}
