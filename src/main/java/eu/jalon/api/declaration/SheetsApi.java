package eu.jalon.api.declaration;

import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Person;
import eu.jalon.intake.draft.DraftGap;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.sheet.SheetColumn;
import eu.jalon.intake.sheet.SheetMapping;
import eu.jalon.intake.sheet.SheetReading.ReadRow;
import eu.jalon.intake.tracking.SheetPreview;
import eu.jalon.intake.tracking.SheetPreview.PreviewRow;
import eu.jalon.intake.tracking.TrackingSheet;
import eu.jalon.intake.tracking.TrackingSheets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Tracking sheets: upload, preview with a mapping of the columns, and taking them over. */
@RestController
@RequestMapping("/api/declarations/sheets")
class SheetsApi {

  private final TrackingSheets sheets;

  SheetsApi(TrackingSheets sheets) {
    this.sheets = sheets;
  }

  /** A column of the sheet and what it holds. */
  record SheetColumnView(String name, SheetColumn kind) {}

  /**
   * A row of the sheet.
   *
   * @param number the row in the file, from 1
   * @param outcome STEP, THEME, SKIPPED or NO_STEP
   * @param status the status that becomes a progress report, null for none
   * @param missing what the draft still lacks
   */
  record SheetRowView(
      int number,
      String outcome,
      List<String> cells,
      @Nullable Integer theme,
      @Nullable String title,
      Map<String, String> leads,
      @Nullable String deadlineRule,
      @Nullable ProgressStatus status,
      @Nullable String remarks,
      List<DraftGap> missing) {

    static SheetRowView of(PreviewRow row) {
      DraftItem draft = row.draft();
      ReadRow read = row.read();
      Map<String, String> leads = new LinkedHashMap<>();
      if (draft != null) {
        draft.owners().leads().forEach((party, lead) -> leads.put(party.value(), lead.value()));
      }
      DeadlineRule deadline = draft == null ? null : draft.deadline();
      return new SheetRowView(
          row.row().number(),
          row.outcome().name(),
          row.row().cells(),
          read == null ? null : read.theme(),
          draft == null ? null : draft.title().any(),
          leads,
          deadline == null ? null : deadline.toString(),
          read == null ? null : read.status(),
          read == null ? null : read.remarks(),
          row.gaps());
    }
  }

  /**
   * A sheet under preview.
   *
   * @param statuses what the values of the status column mean, null for those that mean nothing
   * @param declaration what it was taken over as, null before
   */
  record SheetView(
      UUID id,
      String summit,
      String fileName,
      int version,
      @Nullable UUID declaration,
      List<SheetColumnView> columns,
      Map<String, @Nullable ProgressStatus> statuses,
      List<SheetRowView> rows) {

    static SheetView of(SheetPreview preview) {
      TrackingSheet sheet = preview.sheet();
      List<SheetColumnView> columns = new ArrayList<>();
      for (int i = 0; i < sheet.table().header().size(); i++) {
        columns.add(
            new SheetColumnView(sheet.table().header().get(i), sheet.mapping().columns().get(i)));
      }
      Map<String, @Nullable ProgressStatus> statuses = new LinkedHashMap<>();
      for (String value : preview.values()) {
        statuses.put(value, sheet.mapping().statuses().get(value));
      }
      return new SheetView(
          sheet.id(),
          sheet.meeting().value(),
          sheet.fileName(),
          sheet.version(),
          sheet.declaration(),
          columns,
          statuses,
          preview.rows().stream().map(SheetRowView::of).toList());
    }
  }

  /**
   * How a sheet is read.
   *
   * @param version the version that the caller saw
   * @param columns what each column holds, in their order
   * @param statuses what the values of the status column mean
   * @param skipped numbers of the rows that are not taken over
   */
  record MappingChange(
      @NotNull Integer version,
      @NotNull List<SheetColumn> columns,
      @Nullable Map<String, ProgressStatus> statuses,
      @Nullable Set<Integer> skipped) {}

  /** The version of the preview that the caller saw. */
  record SeenVersion(@NotNull Integer version) {}

  /** The declaration that came of a sheet. */
  record TakenSheet(UUID declaration) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<SheetView> upload(
      @RequestPart MultipartFile file,
      @RequestParam String summit,
      @RequestParam(required = false) @Nullable String encoding,
      Person by)
      throws IOException {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    UUID id = sheets.upload(summit, name, file.getBytes(), encoding, by);
    return ResponseEntity.created(URI.create("/api/declarations/sheets/" + id))
        .body(SheetView.of(sheets.preview(id, by)));
  }

  @GetMapping("/{id}")
  SheetView one(@PathVariable UUID id, Person reader) {
    return SheetView.of(sheets.preview(id, reader));
  }

  /** Changes what the columns and the values of the status mean, and which rows are taken over. */
  @PutMapping("/{id}/mapping")
  SheetView map(@PathVariable UUID id, @Valid @RequestBody MappingChange change, Person by) {
    SheetMapping mapping =
        new SheetMapping(
            change.columns(),
            Objects.requireNonNullElse(change.statuses(), Map.of()),
            Objects.requireNonNullElse(change.skipped(), Set.of()));
    sheets.map(id, mapping, change.version(), by);
    return SheetView.of(sheets.preview(id, by));
  }

  /** Makes a draft of each row: of all of them or of none. */
  @PostMapping("/{id}/take")
  ResponseEntity<TakenSheet> take(
      @PathVariable UUID id, @Valid @RequestBody SeenVersion seen, Person by) {
    UUID declaration = sheets.take(id, seen.version(), by);
    return ResponseEntity.created(URI.create("/api/declarations/" + declaration))
        .body(new TakenSheet(declaration));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> delete(@PathVariable UUID id, Person by) {
    sheets.delete(id, by);
    return ResponseEntity.noContent().build();
  }
}
