package eu.jalon.report.evaluation;

import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Figures;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.report.document.ReportText;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Drafts the evaluation of a theme from the register: counts, titles, dates, and quotes of progress
 * reports.
 */
public final class EvaluationDraft {

  /** The maximum number of titles in a sentence. */
  private static final int MAX_TITLES = 5;

  /** The maximum number of commitments whose reports are quoted. */
  private static final int MAX_QUOTES = 3;

  /** Stands for a quote in its sentence. */
  private static final String QUOTE = "\0";

  private final ReportMessages messages;
  private final LocalDate today;
  private final ZoneId zone;
  private final Map<PersonId, Language> writers;

  /**
   * Drafts in the language of the messages.
   *
   * @param writers the language of each person, for the language tags of quoted reports
   */
  public EvaluationDraft(
      ReportMessages messages, LocalDate today, ZoneId zone, Map<PersonId, Language> writers) {
    this.messages = messages;
    this.today = today;
    this.zone = zone;
    this.writers = Map.copyOf(writers);
  }

  /** The paragraph as a text. */
  public static String text(List<ReportText> runs) {
    return runs.stream().map(ReportText::text).collect(Collectors.joining(" "));
  }

  /**
   * The paragraph as runs with a space between, with its sentences in the order of importance.
   * Quotes are in the language of their writers.
   */
  public List<ReportText> of(ThemeCounts standing, List<StatusSheet.CommitmentRow> lines) {
    Figures state = standing.figures();
    List<ReportText> sentences = new ArrayList<>();
    sentences.add(
        ReportText.plain(
            messages.text("draft.count", state.total(), messages.list(counts(messages, state)))));
    if (standing.carriedOver() + standing.withdrawn() > 0) {
      sentences.add(
          ReportText.plain(messages.text("draft.closed", messages.list(closed(standing)))));
    }
    named(
        "draft.fulfilled",
        lines,
        line -> line.status() == CommitmentStatus.FULFILLED,
        state.fulfilled(),
        this::title,
        sentences);
    named(
        "draft.overdue",
        lines,
        line -> line.isOverdue(today),
        state.overdue(),
        this::titleWithDate,
        sentences);
    explained("draft.blocked", lines, Health.BLOCKED, state.blocked(), sentences);
    explained("draft.atRisk", lines, Health.AT_RISK, state.atRisk(), sentences);
    named(
        "draft.silent",
        lines,
        line -> isInProgress(line, Health.SILENT),
        state.silent(),
        this::title,
        sentences);
    return List.copyOf(sentences);
  }

  /** The non-zero counts by status, as texts. */
  public static List<String> counts(ReportMessages messages, Figures state) {
    List<String> counts = new ArrayList<>();
    count(messages, "count.fulfilled", state.fulfilled(), counts);
    count(messages, "count.onTrack", state.onTrack(), counts);
    count(messages, "count.atRisk", state.atRisk(), counts);
    count(messages, "count.blocked", state.blocked(), counts);
    count(messages, "count.silent", state.silent(), counts);
    return counts;
  }

  private List<String> closed(ThemeCounts standing) {
    List<String> counts = new ArrayList<>();
    count(messages, "count.carriedOver", standing.carriedOver(), counts);
    count(messages, "count.withdrawn", standing.withdrawn(), counts);
    return counts;
  }

  private static void count(ReportMessages messages, String key, int number, List<String> counts) {
    if (number > 0) {
      counts.add(messages.text(key, number));
    }
  }

  private void named(
      String key,
      List<StatusSheet.CommitmentRow> lines,
      Predicate<StatusSheet.CommitmentRow> which,
      int all,
      Function<StatusSheet.CommitmentRow, String> name,
      List<ReportText> sentences) {
    List<String> names = lines.stream().filter(which).limit(MAX_TITLES).map(name).toList();
    if (!names.isEmpty()) {
      sentences.add(ReportText.plain(messages.text(key, all, namesAndOthers(names, all))));
    }
  }

  private String namesAndOthers(List<String> names, int all) {
    int others = all - names.size();
    if (others <= 0) {
      return messages.list(names);
    }
    List<String> withOthers = new ArrayList<>(names);
    withOthers.add(messages.text("draft.others", others));
    return messages.list(withOthers);
  }

  /** Adds a sentence with the titles, and one with the report of each of the first commitments. */
  private void explained(
      String key,
      List<StatusSheet.CommitmentRow> lines,
      Health health,
      int all,
      List<ReportText> sentences) {
    List<StatusSheet.CommitmentRow> matching =
        lines.stream().filter(line -> isInProgress(line, health)).limit(MAX_TITLES).toList();
    if (matching.isEmpty()) {
      return;
    }
    sentences.add(
        ReportText.plain(
            messages.text(
                key, all, namesAndOthers(matching.stream().map(this::title).toList(), all))));
    ProgressStatus reported = ProgressStatus.valueOf(health.name());
    matching.stream()
        .limit(MAX_QUOTES)
        .flatMap(
            line ->
                line.reports().values().stream()
                    .filter(report -> report.status() == reported)
                    .map(report -> asReported(line, report)))
        .forEach(sentences::addAll);
  }

  /** The sentence in two runs: who reported and when, then the quote. */
  private List<ReportText> asReported(StatusSheet.CommitmentRow line, ProgressReport report) {
    Optional<Language> other = messages.otherLanguage(writers.get(report.by()));
    String sentence =
        messages.text(
            other.isPresent() ? "draft.reportedIn" : "draft.reported",
            title(line),
            messages.in(messages.ministry(report.ministry())),
            messages.day(LocalDate.ofInstant(report.at(), zone)),
            QUOTE,
            other.map(messages::language).orElse(""));
    int at = sentence.indexOf(QUOTE);
    String quote = messages.quote(messages.shortened(report.text()).replaceFirst("\\.$", ""));
    return List.of(
        ReportText.plain(sentence.substring(0, at).strip()),
        new ReportText(
            quote + sentence.substring(at + QUOTE.length()),
            ReportText.Style.QUOTE,
            other.orElse(null)));
  }

  private static boolean isInProgress(StatusSheet.CommitmentRow line, Health health) {
    return line.status() == CommitmentStatus.IN_PROGRESS && line.health() == health;
  }

  private String title(StatusSheet.CommitmentRow line) {
    return messages.quote(messages.in(line.title()));
  }

  private String titleWithDate(StatusSheet.CommitmentRow line) {
    LocalDate due = line.dueOn();
    return due == null ? title(line) : messages.text("draft.dated", title(line), messages.day(due));
  }
}
