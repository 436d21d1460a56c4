package eu.jalon.pages.commitments;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Commitments;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ListFiles;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.paging.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Exports the list of commitments with its filters and sort order, with all columns. */
@Workspace
class CommitmentFilesController {

  private final Commitments commitments;
  private final Directory directory;
  private final ListFiles files;
  private final PageFormatter format;

  CommitmentFilesController(
      Commitments commitments, Directory directory, ListFiles files, PageFormatter format) {
    this.commitments = commitments;
    this.directory = directory;
    this.files = files;
    this.format = format;
  }

  @GetMapping({"/commitments.csv", "/commitments.xlsx"})
  ResponseEntity<byte[]> file(
      @ModelAttribute("query") CommitmentQuery query, Person person, HttpServletRequest request)
      throws IOException {
    Map<CommitmentRef, Instant> reported = new HashMap<>();
    Page<Commitment> all =
        ListFiles.all(
            at -> {
              Page<Commitment> page = commitments.page(query.filter(), person, at);
              reported.putAll(commitments.lastReports(page.items()));
              return page;
            });
    DirectoryNames names = DirectoryNames.of(directory);
    List<ListFiles.ListColumn<Commitment>> columns = new ArrayList<>();
    columns.add(column("words.sheetRef", 13, row -> row.ref().value()));
    columns.add(column("words.sheetTitle", 60, row -> format.in(row.title())));
    for (ListColumn column : ListColumn.values()) {
      columns.add(
          column(
              "commitments.column." + column.key(),
              18,
              row -> cell(column, row, names, reported.get(row.ref()))));
      if (column == ListColumn.DUE) {
        columns.add(column("words.sheetLate", 10, row -> row.overdueDays(format.today())));
      }
    }
    return files.send(format.message("commitments.title"), columns, all, request);
  }

  private ListFiles.ListColumn<Commitment> column(
      String key, int width, java.util.function.Function<Commitment, @Nullable Object> cell) {
    return new ListFiles.ListColumn<>(format.message(key), width, cell);
  }

  private @Nullable Object cell(
      ListColumn column, Commitment row, DirectoryNames names, @Nullable Instant reported) {
    return switch (column) {
      case TRACK -> format.term("track", row.track());
      case THEME -> format.in(row.theme().title());
      case LEADS -> ministries(row.leads().all(), names);
      case ASSOCIATED -> ministries(row.leads().associated(), names);
      case DUE -> row.dueOn().map(DueDate::day).orElse(null);
      case RULE -> format.rule(row.deadline());
      case SLIPS -> row.slips();
      case PRIORITY -> format.term("priority", row.priority());
      case STATE ->
          row.status() == CommitmentStatus.IN_PROGRESS
              ? format.term("health", row.health())
              : format.term("status", row.status());
      case REPORTED -> reported == null ? null : format.date(reported);
    };
  }

  private String ministries(Collection<MinistryCode> codes, DirectoryNames names) {
    return codes.stream()
        .map(code -> code.party() + " " + format.in(names.ministry(code)))
        .collect(Collectors.joining("; "));
  }
}
