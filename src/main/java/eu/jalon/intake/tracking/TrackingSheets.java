package eu.jalon.intake.tracking;

import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.propose.DocumentDates;
import eu.jalon.intake.propose.DraftMaker;
import eu.jalon.intake.reader.DocumentReaders;
import eu.jalon.intake.sheet.SheetMapping;
import eu.jalon.intake.sheet.SheetReading;
import eu.jalon.intake.sheet.SheetReading.ReadRow;
import eu.jalon.intake.sheet.SheetRow;
import eu.jalon.intake.sheet.SheetTable;
import eu.jalon.intake.sheet.SheetWords;
import eu.jalon.intake.split.SplitDeclaration;
import eu.jalon.intake.split.wording.TextLanguage;
import eu.jalon.intake.store.DeclarationDrafts;
import eu.jalon.intake.store.JdbcDeclarations;
import eu.jalon.intake.store.JdbcDraftItems;
import eu.jalon.intake.store.SourceDocument;
import eu.jalon.intake.tracking.SheetPreview.Outcome;
import eu.jalon.intake.tracking.SheetPreview.PreviewRow;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports the tracking sheet of a ministry: its columns are mapped by their names, a coordinator
 * sees and changes what becomes of each row, and all rows are taken over or none.
 */
@Service
@Transactional
public class TrackingSheets {

  private static final int NAMED = 12;

  private final JdbcTrackingSheets sheets;
  private final JdbcDeclarations declarations;
  private final JdbcDraftItems items;
  private final JdbcDraftReports reports;
  private final DeclarationDrafts drafts;
  private final DocumentReaders readers;
  private final DocumentDates dates;
  private final DraftMaker maker;
  private final SheetWords words;
  private final Meetings summits;
  private final Clock clock;

  TrackingSheets(
      JdbcTrackingSheets sheets,
      JdbcDeclarations declarations,
      JdbcDraftItems items,
      JdbcDraftReports reports,
      DeclarationDrafts drafts,
      DocumentReaders readers,
      DocumentDates dates,
      DraftMaker maker,
      SheetWords words,
      Meetings summits,
      Clock clock) {
    this.sheets = sheets;
    this.declarations = declarations;
    this.items = items;
    this.reports = reports;
    this.drafts = drafts;
    this.readers = readers;
    this.dates = dates;
    this.maker = maker;
    this.words = words;
    this.summits = summits;
    this.clock = clock;
  }

  /**
   * Reads a sheet of a meeting and keeps it for the preview; nothing is drafted yet.
   *
   * @param encoding the encoding of a text file, null to recognise it
   * @throws ValidationError where no table with known columns is found in it
   */
  public UUID upload(
      String summit, String fileName, byte[] content, @Nullable String encoding, Person by) {
    Viewer.requireCoordinator(by);
    MeetingId meeting = summits.get(summit, by).id();
    SourceText read = readers.read(fileName, content, encoding);
    SheetTable table = SheetTable.of(read, words);
    SheetMapping mapping = SheetMapping.proposed(table, words);
    String steps =
        SheetReading.of(table, mapping).rows().stream()
            .map(ReadRow::text)
            .collect(Collectors.joining("\n"));
    Language language = TextLanguage.of(steps).orElseGet(() -> summits.languages(meeting).get(0));
    SourceDocument document =
        SourceDocument.of(meeting, fileName, read.text(), language, dates.of(read));
    refuseUploadedBefore(document);
    TrackingSheet sheet =
        new TrackingSheet(
            document.id(),
            meeting,
            document.fileName(),
            read.text(),
            language,
            document.date(),
            table,
            mapping,
            null,
            0);
    preview(sheet);
    sheets.insert(sheet, clock.instant(), by.id());
    return sheet.id();
  }

  private void refuseUploadedBefore(SourceDocument document) {
    declarations
        .uploadedBefore(document)
        .ifPresent(
            before -> {
              throw ValidationError.conflict(
                  "declaration.uploadedBefore", document.origin(), before);
            });
  }

  /** What a sheet becomes, row by row. */
  @Transactional(readOnly = true)
  public SheetPreview preview(UUID id, Person person) {
    return preview(get(id, person));
  }

  private SheetPreview preview(TrackingSheet sheet) {
    SheetReading reading = SheetReading.of(sheet.table(), sheet.mapping());
    Map<Integer, ReadRow> read = new HashMap<>();
    Map<Integer, DraftItem> made = new HashMap<>();
    List<DraftItem> items = titled(sheet, reading, items(sheet, reading.split()));
    int at = 0;
    for (int theme = 1; theme <= reading.themes().size(); theme++) {
      for (ReadRow row : reading.of(theme)) {
        read.put(row.row().number(), row);
        made.put(row.row().number(), items.get(at++));
      }
    }
    List<PreviewRow> rows = new ArrayList<>();
    for (SheetRow row : sheet.table().rows()) {
      DraftItem draft = made.get(row.number());
      rows.add(
          new PreviewRow(
              row,
              outcome(sheet, reading, row, draft),
              read.get(row.number()),
              draft,
              draft == null ? List.of() : drafts.gaps(sheet.meeting(), draft)));
    }
    return new SheetPreview(sheet, sheet.mapping().values(sheet.table()), rows);
  }

  private static Outcome outcome(
      TrackingSheet sheet, SheetReading reading, SheetRow row, @Nullable DraftItem draft) {
    if (draft != null) {
      return Outcome.STEP;
    }
    if (sheet.mapping().skipped().contains(row.number())) {
      return Outcome.SKIPPED;
    }
    return reading.without().contains(row.number()) ? Outcome.NO_STEP : Outcome.THEME;
  }

  private List<DraftItem> items(TrackingSheet sheet, SplitDeclaration split) {
    DraftMaker.Origin origin =
        new DraftMaker.Origin(sheet.meeting(), sheet.text(), sheet.language(), sheet.date());
    return drafts.withDefaultDeadline(sheet.meeting(), maker.of(split, origin));
  }

  /** A mapping with the statuses that its status column means, where it does not say them yet. */
  @Transactional(readOnly = true)
  public SheetMapping completed(UUID id, SheetMapping mapping, Person person) {
    return mapping.completed(get(id, person).table(), words);
  }

  /**
   * Gives a sheet another mapping.
   *
   * @param seen the version that the user saw
   */
  public void map(UUID id, SheetMapping mapping, int seen, Person by) {
    TrackingSheet sheet = get(id, by);
    if (mapping.columns().size() != sheet.table().header().size()) {
      throw ValidationError.invalid(
          "sheet.columns", mapping.columns().size(), sheet.table().header().size());
    }
    if (!sheets.map(id, mapping, seen)) {
      throw ValidationError.conflict("sheet.changed");
    }
  }

  /**
   * Creates a draft from each row, with the reported progress: all of them or none.
   *
   * @param seen the version that the user saw
   * @return the declaration whose drafts they are
   */
  public UUID take(UUID id, int seen, Person by) {
    Viewer.requireCoordinator(by);
    summits.lockSeries();
    sheets.lock(id);
    TrackingSheet sheet = get(id, by);
    SheetReading reading = SheetReading.of(sheet.table(), sheet.mapping());
    if (!reading.without().isEmpty()) {
      throw ValidationError.conflict(
          "sheet.noStep",
          reading.without().size(),
          reading.without().stream()
              .limit(NAMED)
              .map(String::valueOf)
              .collect(Collectors.joining(", ")));
    }
    if (reading.rows().isEmpty()) {
      throw ValidationError.conflict("sheet.nothing");
    }
    SourceDocument document =
        SourceDocument.of(
            sheet.meeting(), sheet.fileName(), sheet.text(), sheet.language(), sheet.date());
    refuseUploadedBefore(document);
    SplitDeclaration split = reading.split();
    List<DraftItem> made = items(sheet, split);
    declarations.insert(document, clock.instant(), by.id());
    declarations.insertThemes(document.id(), split.themes());
    if (!sheets.taken(id, document.id(), seen)) {
      throw ValidationError.conflict("sheet.changed");
    }
    items.insert(document.id(), titled(sheet, reading, made));
    reports.insert(document.id(), reports(sheet, reading));
    return document.id();
  }

  /** Adds the titles of the second language. */
  private static List<DraftItem> titled(
      TrackingSheet sheet, SheetReading reading, List<DraftItem> made) {
    List<DraftItem> titled = new ArrayList<>();
    for (int theme = 1; theme <= reading.themes().size(); theme++) {
      for (ReadRow row : reading.of(theme)) {
        DraftItem item = made.get(titled.size());
        Language other = TextLanguage.of(row.translation()).orElse(sheet.language());
        if (other == sheet.language()) {
          titled.add(item);
          continue;
        }
        String title = DraftMaker.titles(row.translation(), other).in(other);
        titled.add(item.worded(item.text(), item.title().with(other, title), item.span()));
      }
    }
    return titled;
  }

  private static Map<Integer, DraftReport> reports(TrackingSheet sheet, SheetReading reading) {
    Map<Integer, DraftReport> reports = new HashMap<>();
    int n = 0;
    for (int theme = 1; theme <= reading.themes().size(); theme++) {
      for (ReadRow row : reading.of(theme)) {
        n++;
        if (row.status() != null) {
          reports.put(
              n, DraftReport.of(row.status(), row.remarks(), sheet.fileName(), row.row().number()));
        }
      }
    }
    return reports;
  }

  /** Deletes a sheet under preview; one that was applied is deleted with its declaration. */
  public void delete(UUID id, Person by) {
    TrackingSheet sheet = get(id, by);
    if (sheet.declaration() != null) {
      throw ValidationError.conflict("sheet.taken");
    }
    sheets.delete(id);
  }

  /** A sheet of a series that a coordinator sees. */
  private TrackingSheet get(UUID id, Person person) {
    Viewer.requireCoordinator(person);
    Predicate<MeetingId> seen = summits.seenBy(person);
    return sheets
        .find(id)
        .filter(sheet -> seen.test(sheet.meeting()))
        .orElseThrow(() -> ValidationError.notFound("sheet.unknown", id));
  }
}
