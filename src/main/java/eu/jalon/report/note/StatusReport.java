package eu.jalon.report.note;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.report.document.ReportNote;
import eu.jalon.report.evaluation.EvaluationDraft;
import eu.jalon.report.evaluation.EvaluationParagraph;
import eu.jalon.report.evaluation.EvaluationSheet;
import eu.jalon.report.evaluation.Evaluations;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The status report for a minister, as of today: by theme and by ministry, with what changed since
 * a date, and the evaluation of each theme for the next declaration. Coordinators only.
 */
@Service
@Transactional(readOnly = true)
public class StatusReport {

  private static final int DAYS = 30;
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  private final StatusSheet sheet;
  private final Meetings summits;
  private final Directory directory;
  private final Evaluations evaluations;
  private final Clock clock;

  StatusReport(
      StatusSheet sheet,
      Meetings summits,
      Directory directory,
      Evaluations evaluations,
      Clock clock) {
    this.sheet = sheet;
    this.summits = summits;
    this.directory = directory;
    this.evaluations = evaluations;
    this.clock = clock;
  }

  /**
   * The note, read with a number of statements that does not grow with the register.
   *
   * @param since the first day whose changes it tells, as {@link #since} gives it
   */
  public ReportNote note(Language language, LocalDate since, Person reader) {
    StatusReportData facts = facts(since, reader);
    ReportMessages words = new ReportMessages(language, facts.ministries());
    Language drafted = Evaluations.draftedIn(language);
    return new StatusReportComposer(
            facts, words, drafts(facts, drafted), evaluations.kept(drafted, reader))
        .note();
  }

  /** The draft of each theme's evaluation beside what it follows from and what was kept of it. */
  public List<EvaluationSheet> evaluations(Language language, Person reader) {
    StatusReportData facts = facts(since(null), reader);
    Map<Theme, String> drafts = drafts(facts, language);
    List<EvaluationParagraph> kept = evaluations.kept(language, reader);
    return facts.themes().stream()
        .map(
            standing ->
                EvaluationSheet.of(
                    standing,
                    facts.of(standing.theme()),
                    drafts.getOrDefault(standing.theme(), ""),
                    EvaluationParagraph.of(kept, standing.theme()).orElse(null),
                    language))
        .toList();
  }

  private static Map<Theme, String> drafts(StatusReportData facts, Language language) {
    EvaluationDraft draft =
        new EvaluationDraft(new ReportMessages(language, facts.ministries()), facts.today());
    return facts.themes().stream()
        .collect(
            Collectors.toMap(
                StatusSheet.ThemeStanding::theme,
                standing -> draft.of(standing, facts.of(standing.theme()))));
  }

  private StatusReportData facts(LocalDate since, Person reader) {
    List<StatusSheet.ThemeStanding> themes = sheet.themes(reader);
    return new StatusReportData(
        BrusselsTime.today(clock),
        since,
        summits.next().orElse(null),
        themes,
        sheet.lines(themes, reader),
        sheet.ministries(reader),
        sheet.since(since, reader),
        directory.ministriesByCode(),
        writers());
  }

  private Map<PersonId, Language> writers() {
    return directory.staff().values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toMap(Person::id, Person::language));
  }

  /**
   * The first day whose changes a report tells: the one asked for; without one the day of the last
   * summit, or 30 days ago where that is later. Refuses a day that has not come, and one before
   * 2000.
   */
  public LocalDate since(@Nullable LocalDate asked) {
    LocalDate today = BrusselsTime.today(clock);
    if (asked == null) {
      return later(lastSummit(today), today.minusDays(DAYS));
    }
    if (asked.isAfter(today) || asked.isBefore(FIRST)) {
      throw ValidationError.invalid("report.since", asked, today);
    }
    return asked;
  }

  private Optional<LocalDate> lastSummit(LocalDate today) {
    return summits.all().stream()
        .filter(summit -> summit.status() == Meeting.Status.HELD)
        .flatMap(summit -> summit.heldOn().stream())
        .filter(day -> !day.isAfter(today))
        .max(LocalDate::compareTo);
  }

  private static LocalDate later(Optional<LocalDate> one, LocalDate other) {
    return one.filter(day -> day.isAfter(other)).orElse(other);
  }
}
