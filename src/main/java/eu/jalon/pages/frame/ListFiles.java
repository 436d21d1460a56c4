package eu.jalon.pages.frame;

import eu.jalon.report.table.Table;
import eu.jalon.report.table.TableCsv;
import eu.jalon.report.table.TableXlsx;
import eu.jalon.shared.paging.Page;
import eu.jalon.shared.text.Folding;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Sends lists as files: all pages of a list with its filter and sort order, as CSV or as a workbook
 * (XLSX), by the ending of the requested path.
 */
@Component
public class ListFiles {

  /** The maximum number of rows; a longer list is cut, with a note in the file. */
  public static final int MOST = 10_000;

  private static final MediaType TEXT = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType WORKBOOK =
      MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final PageFormatter format;

  ListFiles(PageFormatter format) {
    this.format = format;
  }

  /** A column: its heading, its width in characters and the cell of each row. */
  public record ListColumn<T>(
      String heading, int width, Function<? super T, ? extends @Nullable Object> cell) {}

  /** Reads the pages of a list, up to {@value #MOST} rows. */
  public static <T> Page<T> all(Function<Page.Request, Page<T>> pages) {
    List<T> all = new ArrayList<>();
    Page<T> last;
    do {
      last =
          pages.apply(new Page.Request(all.size() / Page.Request.MAX_SIZE, Page.Request.MAX_SIZE));
      all.addAll(last.items());
    } while (last.items().size() == Page.Request.MAX_SIZE && all.size() < MOST);
    return Page.of(
        all, new Page.Request(0, Page.Request.MAX_SIZE), Math.max(last.total(), all.size()));
  }

  /** Builds a table and sends it; a note says how many rows are left out, if any are. */
  public <T> ResponseEntity<byte[]> send(
      String name, List<ListColumn<T>> columns, Page<T> rows, HttpServletRequest request)
      throws IOException {
    return send(
        new Table(
            name,
            columns.stream()
                .map(column -> new Table.Column(column.heading(), column.width()))
                .toList(),
            rows.items().stream().map(row -> cells(row, columns)).toList(),
            rows.total() > rows.items().size()
                ? format.message("words.sheetCut", rows.total(), rows.items().size())
                : null),
        request);
  }

  private static <T> List<@Nullable Object> cells(T row, List<ListColumn<T>> columns) {
    List<@Nullable Object> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(column.cell().apply(row)));
    return cells;
  }

  /** Sends a table; it is built in memory first, so that no incomplete file is sent. */
  public ResponseEntity<byte[]> send(Table table, HttpServletRequest request) throws IOException {
    boolean csv = request.getRequestURI().endsWith(".csv");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (csv) {
      TableCsv.write(table, out);
    } else {
      TableXlsx.write(table, out);
    }
    String name = Folding.fold(table.name()).replaceAll("[^a-z0-9]+", "-");
    return ResponseEntity.ok()
        .contentType(csv ? TEXT : WORKBOOK)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + "-" + format.today() + (csv ? ".csv" : ".xlsx"))
                .build()
                .toString())
        .body(out.toByteArray());
  }
}
