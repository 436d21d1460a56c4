package eu.jalon.pages.overdue;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.overview.overdue.Overdue;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ListFiles;
import eu.jalon.pages.frame.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** Exports all pages of the overdue view as a file. */
@Workspace
class OverdueExportController {

  private final Overdue overdue;
  private final OverdueRows rows;
  private final OverdueTable tables;
  private final Directory directory;
  private final ListFiles files;

  OverdueExportController(
      Overdue overdue,
      OverdueRows rows,
      OverdueTable tables,
      Directory directory,
      ListFiles files) {
    this.overdue = overdue;
    this.rows = rows;
    this.tables = tables;
    this.directory = directory;
    this.files = files;
  }

  @GetMapping({OverdueQuery.PATH + ".csv", OverdueQuery.PATH + ".xlsx"})
  ResponseEntity<byte[]> file(OverdueQuery query, Person person, HttpServletRequest request)
      throws IOException {
    Overdue.By by = query.grouping();
    long total =
        overdue.groups(query.filter(), by, person).stream().mapToLong(Overdue.Group::items).sum();
    DirectoryNames names = DirectoryNames.of(directory);
    List<OverdueRow> found =
        rows.of(overdue.first(query.filter(), by, ListFiles.MOST, person), names, person);
    return files.send(tables.of(found, total, by, names), request);
  }
}
