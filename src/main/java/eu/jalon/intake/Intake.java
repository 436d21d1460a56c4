package eu.jalon.intake;

import eu.jalon.commitment.Leads;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.commitment.entry.FirstReports;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DeclarationSummary;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftTheme;
import eu.jalon.intake.reader.DocumentReaders;
import eu.jalon.intake.store.DeclarationDrafts;
import eu.jalon.intake.store.JdbcDeclarations;
import eu.jalon.intake.store.JdbcDraftHistory;
import eu.jalon.intake.store.JdbcDraftItems;
import eu.jalon.intake.store.JdbcSourceFiles;
import eu.jalon.intake.store.SourceDocument;
import eu.jalon.intake.tracking.DraftReport;
import eu.jalon.intake.tracking.JdbcDraftReports;
import eu.jalon.intake.version.LanguageVersions;
import eu.jalon.intake.version.ReadVersion;
import eu.jalon.intake.version.VersionReader;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From an uploaded declaration to launched commitments; every act is a coordinator's. */
@Service
@Transactional
public class Intake {

  private final JdbcDeclarations declarations;
  private final DocumentReaders readers;
  private final VersionReader reader;
  private final LanguageVersions versions;
  private final JdbcDraftReports reports;
  private final FirstReports firstReports;
  private final DeclarationDrafts drafts;
  private final JdbcDraftItems items;
  private final JdbcSourceFiles files;
  private final JdbcDraftHistory history;
  private final CommitmentEntry register;
  private final Meetings summits;
  private final Clock clock;

  Intake(
      JdbcDeclarations declarations,
      DocumentReaders readers,
      VersionReader reader,
      LanguageVersions versions,
      JdbcDraftReports reports,
      FirstReports firstReports,
      DeclarationDrafts drafts,
      JdbcDraftItems items,
      JdbcSourceFiles files,
      JdbcDraftHistory history,
      CommitmentEntry register,
      Meetings summits,
      Clock clock) {
    this.declarations = declarations;
    this.readers = readers;
    this.reader = reader;
    this.versions = versions;
    this.reports = reports;
    this.firstReports = firstReports;
    this.drafts = drafts;
    this.items = items;
    this.files = files;
    this.history = history;
    this.register = register;
    this.summits = summits;
    this.clock = clock;
  }

  /**
   * Reads a document of a summit and keeps it with a draft for each of its steps; a document
   * without steps is kept without drafts. Refuses what cannot be read or was uploaded before.
   *
   * <p>A document that repeats one under review in another language is kept as a version of that
   * one: its steps are paired with the drafts and give them titles in its language. A bilingual
   * document is both at once.
   *
   * @return the declaration with the drafts
   */
  public UUID upload(String summit, String fileName, byte[] content, Person by) {
    return upload(summit, fileName, content, null, by);
  }

  /**
   * The same for a plain text whose encoding the user names.
   *
   * @param encoding one of those that plain texts are read in, null to recognise it
   */
  public UUID upload(
      String summit, String fileName, byte[] content, @Nullable String encoding, Person by) {
    Viewer.requireCoordinator(by);
    MeetingId origin = summits.get(summit, by).id();
    SourceText read = readers.read(fileName, content, encoding);
    List<ReadVersion> found = reader.read(origin, read, summits.languages(origin).get(0));
    ReadVersion first = found.get(0);
    SourceDocument document =
        SourceDocument.of(origin, fileName, read.text(), first.language(), first.date());
    summits.lockSeries();
    declarations
        .uploadedBefore(document)
        .or(() -> versions.uploadedBefore(document))
        .ifPresent(
            before -> {
              throw ValidationError.conflict("declaration.uploadedBefore", origin, before);
            });
    Optional<UUID> original =
        found.size() == 1 ? versions.original(origin, first) : Optional.empty();
    if (original.isPresent()) {
      versions.add(original.get(), document, first, by);
      return original.get();
    }
    declarations.insert(document, clock.instant(), by.id());
    files.insert(document.id(), read, content);
    declarations.insertThemes(document.id(), first.split().themes());
    declarations.insertLists(document.id(), first.split().lists());
    items.insert(document.id(), drafts.withDefaultDeadline(origin, first.drafts()));
    for (ReadVersion other : found.subList(1, found.size())) {
      versions.add(document.id(), document, other, by);
    }
    placeThemes(document.id(), origin);
    return document.id();
  }

  /** Takes a declaration away that was not launched, with all its drafts. */
  public void delete(UUID id, Person by) {
    drafts.requireCoordinator(id, by);
    drafts.lockOne(id);
    declarations.delete(id);
  }

  @Transactional(readOnly = true)
  public List<DeclarationSummary> all(Person person) {
    Viewer.requireCoordinator(person);
    return declarations.all(summits.listedFor(person));
  }

  /** One declaration with its drafts; refuses one that does not exist. */
  @Transactional(readOnly = true)
  public DeclarationDraft get(UUID id, Person person) {
    drafts.requireCoordinator(id, person);
    return drafts.get(id);
  }

  /** The document from its first word to its last, each step and heading marked in it. */
  @Transactional(readOnly = true)
  public List<SourcePart> source(DeclarationDraft draft, Person person) {
    drafts.requireCoordinator(draft.summary().id(), person);
    UUID id = draft.summary().id();
    String text =
        declarations
            .source(id)
            .orElseThrow(() -> ValidationError.notFound("declaration.unknown", id));
    return MarkedSource.of(text, draft);
  }

  /**
   * Enters every draft that is not left out as a commitment and starts its process: all of them, or
   * none, in one transaction. Refuses a declaration with something missing in one of its drafts,
   * and one that is launched; a second launch at the same time waits for the first and is then
   * refused.
   *
   * @return how many were launched
   */
  public int launch(UUID id, Person by) {
    return launch(id, false, by);
  }

  /**
   * The same, where titles may be missing in some of the languages if the series allows it: they
   * are translated later.
   */
  public int launch(UUID id, boolean translatedLater, Person by) {
    drafts.requireCoordinator(id, by);
    if (declarations.markLaunched(id, clock.instant(), by.id()) != 1) {
      DeclarationDrafts.refuseLaunched(drafts.get(id));
    }
    history.forget(id, 0, Integer.MAX_VALUE);
    placeThemes(id, drafts.get(id).summary().summit());
    DeclarationDraft draft = drafts.get(id);
    drafts.refuseIncomplete(draft, translatedLater);
    MeetingId origin = draft.summary().summit();
    Map<Integer, Map<Language, String>> translated = versions.themeTitles(id);
    for (DraftTheme theme : draft.themes()) {
      summits.add(
          new Theme(
              origin,
              theme.number(),
              themeTitle(
                  theme,
                  draft.summary().language(),
                  translated.getOrDefault(theme.number(), Map.of()))),
          theme.restricted());
    }
    register.enter(draft.kept().stream().map(item -> commitment(draft, item)).toList(), by.id());
    firstReports.add(firstReports(draft, by));
    return draft.kept().size();
  }

  /**
   * The themes of a further document of a meeting come after those of its declaration, and after
   * all that the meeting has if there is no room before those that were carried over.
   */
  private void placeThemes(UUID id, MeetingId origin) {
    Set<Integer> taken = takenThemes(origin);
    Set<Integer> own =
        declarations.themes(id).stream().map(DraftTheme::number).collect(Collectors.toSet());
    if (Collections.disjoint(own, taken)) {
      return;
    }
    int declared =
        taken.stream()
            .filter(number -> number < Theme.FIRST_CARRIED_OVER)
            .max(Comparator.naturalOrder())
            .orElse(0);
    boolean fits = own.stream().noneMatch(number -> taken.contains(number + declared));
    declarations.raiseThemes(id, fits ? declared : Collections.max(taken));
  }

  private Set<Integer> takenThemes(MeetingId origin) {
    return summits.themes(origin).stream().map(Theme::number).collect(Collectors.toSet());
  }

  /** How many themes the meeting of a declaration under review has already. */
  @Transactional(readOnly = true)
  public int themesBefore(DeclarationDraft draft, Person person) {
    drafts.requireCoordinator(draft.summary().id(), person);
    return takenThemes(draft.summary().summit()).size();
  }

  /** Whether nothing but titles in some languages is missing, which may be translated later. */
  @Transactional(readOnly = true)
  public boolean isTranslatedLater(DeclarationDraft draft) {
    return !draft.incomplete().isEmpty()
        && draft.untranslatable().isEmpty()
        && summits.translatedLater(draft.summary().summit());
  }

  private static LocalText themeTitle(
      DraftTheme theme, Language language, Map<Language, String> translated) {
    String title = theme.title().isBlank() ? String.valueOf(theme.number()) : theme.title();
    Map<Language, String> titles = new LinkedHashMap<>();
    titles.put(language, title);
    titles.putAll(translated);
    return new LocalText(titles);
  }

  /** The progress recorded in a tracking sheet, as reports of the accountable ministries. */
  private List<ProgressReport> firstReports(DeclarationDraft draft, Person by) {
    Map<Integer, DraftReport> known = reports.of(draft.summary().id());
    List<ProgressReport> found = new ArrayList<>();
    for (DraftItem item : draft.kept()) {
      DraftReport report = known.get(item.n());
      if (report != null) {
        Leads leads = item.owners().complete();
        found.add(
            new ProgressReport(
                CommitmentRef.of(draft.summary().summit(), item.theme(), item.position()),
                leads.lead(leads.accountable()),
                report.status(),
                report.text(),
                null,
                null,
                clock.instant(),
                by.id()));
      }
    }
    return found;
  }

  private static NewCommitment commitment(DeclarationDraft draft, DraftItem item) {
    return new NewCommitment(
        CommitmentRef.of(draft.summary().summit(), item.theme(), item.position()),
        item.title().text(draft.languages()),
        null,
        Objects.requireNonNull(item.track(), "a draft without a track is incomplete"),
        item.owners().complete(),
        Objects.requireNonNull(item.deadline(), "a draft without a deadline is incomplete"),
        new NewCommitment.Source(draft.summary().id(), item.text()),
        null,
        item.restricted());
  }
}
