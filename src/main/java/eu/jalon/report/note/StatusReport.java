package eu.jalon.report.note;

import eu.jalon.commitment.ThemeCounts;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.report.document.ReportNote;
import eu.jalon.report.document.ReportText;
import eu.jalon.report.evaluation.EvaluationDraft;
import eu.jalon.report.evaluation.EvaluationParagraph;
import eu.jalon.report.evaluation.EvaluationSheet;
import eu.jalon.report.evaluation.Evaluations;
import eu.jalon.shared.Language;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The status report for ministers as of today: one page with figures, changes since a day, what is
 * overdue and the decisions asked for; then annexes with all figures and changes, and each theme
 * with its evaluation for the next declaration. Coordinators only.
 */
@Service
@Transactional(readOnly = true)
public class StatusReport {

  private static final int DAYS = 30;

  /** Maximum number of proposals and requests that are listed. */
  private static final int AWAITED = 20;

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  private final StatusSheet sheet;
  private final Meetings summits;
  private final Directory directory;
  private final Parties parties;
  private final Evaluations evaluations;
  private final Today today;

  StatusReport(
      StatusSheet sheet,
      Meetings summits,
      Directory directory,
      Parties parties,
      Evaluations evaluations,
      Today today) {
    this.sheet = sheet;
    this.summits = summits;
    this.directory = directory;
    this.parties = parties;
    this.evaluations = evaluations;
    this.today = today;
  }

  /**
   * The report, read with a constant number of SQL statements.
   *
   * @param since the first day whose changes are included, from {@link #since}
   */
  public ReportNote note(Language language, LocalDate since, Person reader) {
    StatusReportData data = data(since, reader);
    ReportMessages messages = new ReportMessages(language, data.ministries(), parties.all());
    Language declared = evaluations.draftedIn(language, reader);
    return new StatusReportComposer(
            data,
            messages,
            new StatusReportComposer.Texts(
                drafts(data, language), declared, evaluations.kept(declared, reader)))
        .note();
  }

  /** The evaluation of each theme, with its draft, data and saved text. */
  public List<EvaluationSheet> evaluations(Language language, Person reader) {
    StatusReportData data = data(since(null, reader), reader);
    Map<Theme, List<ReportText>> drafts = drafts(data, language);
    List<EvaluationParagraph> kept = evaluations.kept(language, reader);
    return data.themes().stream()
        .map(
            standing ->
                EvaluationSheet.of(
                    standing,
                    data.of(standing.theme()),
                    EvaluationDraft.text(drafts.getOrDefault(standing.theme(), List.of())),
                    EvaluationParagraph.of(kept, standing.theme()).orElse(null),
                    language))
        .toList();
  }

  private Map<Theme, List<ReportText>> drafts(StatusReportData data, Language language) {
    EvaluationDraft draft =
        new EvaluationDraft(
            new ReportMessages(language, data.ministries(), parties.all()),
            data.today(),
            data.zone(),
            data.writers());
    return data.themes().stream()
        .collect(
            Collectors.toMap(
                ThemeCounts::theme, standing -> draft.of(standing, data.of(standing.theme()))));
  }

  private StatusReportData data(LocalDate since, Person reader) {
    List<ThemeCounts> all = sheet.themes(reader);
    List<ThemeCounts> themes = all.stream().limit(StatusSheet.THEMES).toList();
    return new StatusReportData(
        today.of(reader),
        today.zone(reader),
        since,
        parties.listedFor(reader).stream()
            .flatMap(series -> series.parties().stream())
            .distinct()
            .toList(),
        summits.next(summits.all(reader), reader).orElse(null),
        themes,
        all.size(),
        sheet.lines(themes, reader),
        sheet.ministries(reader),
        sheet.since(since, reader),
        sheet.progress(since, reader),
        sheet.awaited(AWAITED, reader),
        directory.listing().ministries(),
        directory.listing().people().values().stream()
            .collect(Collectors.toMap(Person::id, Person::language)));
  }

  /**
   * The first day whose changes a report includes: the requested day, by default the later of the
   * last summit's day and 30 days ago.
   *
   * @throws ValidationError if the day is in the future or before 2000
   */
  public LocalDate since(@Nullable LocalDate requested, Person reader) {
    LocalDate last = today.of(reader);
    if (requested == null) {
      return later(lastSummit(last, reader), last.minusDays(DAYS));
    }
    if (requested.isAfter(last) || requested.isBefore(FIRST)) {
      throw ValidationError.invalid("report.since", requested, last);
    }
    return requested;
  }

  private Optional<LocalDate> lastSummit(LocalDate until, Person reader) {
    return summits.all(reader).stream()
        .filter(summit -> summit.status() == Meeting.Status.HELD)
        .flatMap(summit -> summit.heldOn().stream())
        .filter(day -> !day.isAfter(until))
        .max(LocalDate::compareTo);
  }

  private static LocalDate later(Optional<LocalDate> first, LocalDate second) {
    return first.filter(day -> day.isAfter(second)).orElse(second);
  }
}
