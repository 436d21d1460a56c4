package eu.jalon.pages.overdue;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.overview.overdue.Overdue;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.report.table.Table;
import eu.jalon.report.table.TableCsv;
import eu.jalon.report.table.TableXlsx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** Exports all pages of the overdue view as a file. */
@Workspace
class OverdueExportController {

  static final String CSV = "/overdue.csv";
  static final String XLSX = "/overdue.xlsx";

  /** The maximum number of rows; a larger view is cut, with a note in the file. */
  private static final int MOST = 10_000;

  private static final MediaType TEXT = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType WORKBOOK =
      MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Overdue overdue;
  private final OverdueRows rows;
  private final OverdueTable tables;
  private final Directory directory;
  private final PageFormatter format;

  OverdueExportController(
      Overdue overdue,
      OverdueRows rows,
      OverdueTable tables,
      Directory directory,
      PageFormatter format) {
    this.overdue = overdue;
    this.rows = rows;
    this.tables = tables;
    this.directory = directory;
    this.format = format;
  }

  /** Writes a table into a stream. */
  private interface Format {
    void write(Table table, OutputStream out) throws IOException;
  }

  @GetMapping(CSV)
  ResponseEntity<byte[]> csv(OverdueQuery query, Person person) throws IOException {
    return file(table(query, person), TableCsv::write, TEXT, "csv");
  }

  @GetMapping(XLSX)
  ResponseEntity<byte[]> xlsx(OverdueQuery query, Person person) throws IOException {
    return file(table(query, person), TableXlsx::write, WORKBOOK, "xlsx");
  }

  private Table table(OverdueQuery query, Person person) {
    Overdue.By by = query.grouping();
    long total =
        overdue.groups(query.filter(), by, person).stream().mapToLong(Overdue.Group::items).sum();
    DirectoryNames names = DirectoryNames.of(directory);
    List<OverdueRow> found =
        rows.of(overdue.first(query.filter(), by, MOST, person), names, person);
    return tables.of(found, total, by, names);
  }

  /** Built in memory first, so that no incomplete file is sent. */
  private ResponseEntity<byte[]> file(Table table, Format writer, MediaType type, String ending)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(table, out);
    String name = format.message("words.sheetFile", format.today()) + "." + ending;
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(out.toByteArray());
  }
}
