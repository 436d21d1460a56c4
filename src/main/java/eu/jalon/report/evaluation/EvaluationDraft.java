package eu.jalon.report.evaluation;

import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.shared.BrusselsTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Drafts the evaluation of a theme from what the register holds and nothing else: figures, titles
 * of commitments, dates, and what ministries reported, marked as their words.
 */
public final class EvaluationDraft {

  /** Titles that a sentence names. */
  private static final int NAMED = 5;

  /** Commitments of which the draft says what was reported. */
  private static final int QUOTED = 3;

  private final ReportMessages words;
  private final LocalDate today;

  public EvaluationDraft(ReportMessages words, LocalDate today) {
    this.words = words;
    this.today = today;
  }

  /** The paragraph; its sentences follow the weight of what they say. */
  public String of(StatusSheet.ThemeStanding standing, List<StatusSheet.Line> lines) {
    ThemeCounts state = standing.state();
    List<String> sentences = new ArrayList<>();
    sentences.add(words.text("draft.count", state.total(), words.list(counts(words, state))));
    if (standing.carriedOver() + standing.withdrawn() > 0) {
      sentences.add(words.text("draft.closed", words.list(closed(standing))));
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
    return String.join(" ", sentences);
  }

  /** How many are in each state, in words, without those that none is in. */
  public static List<String> counts(ReportMessages words, ThemeCounts state) {
    List<String> counts = new ArrayList<>();
    count(words, "count.fulfilled", state.fulfilled(), counts);
    count(words, "count.onTrack", state.onTrack(), counts);
    count(words, "count.atRisk", state.atRisk(), counts);
    count(words, "count.blocked", state.blocked(), counts);
    count(words, "count.silent", state.silent(), counts);
    return counts;
  }

  private List<String> closed(StatusSheet.ThemeStanding standing) {
    List<String> counts = new ArrayList<>();
    count(words, "count.carriedOver", standing.carriedOver(), counts);
    count(words, "count.withdrawn", standing.withdrawn(), counts);
    return counts;
  }

  private static void count(ReportMessages words, String key, int number, List<String> counts) {
    if (number > 0) {
      counts.add(words.text(key, number));
    }
  }

  private void named(
      String key,
      List<StatusSheet.Line> lines,
      Predicate<StatusSheet.Line> which,
      int all,
      Function<StatusSheet.Line, String> name,
      List<String> sentences) {
    List<String> names = lines.stream().filter(which).limit(NAMED).map(name).toList();
    if (!names.isEmpty()) {
      sentences.add(words.text(key, all, namesAndOthers(names, all)));
    }
  }

  private String namesAndOthers(List<String> names, int all) {
    int others = all - names.size();
    if (others <= 0) {
      return words.list(names);
    }
    List<String> withOthers = new ArrayList<>(names);
    withOthers.add(words.text("draft.others", others));
    return words.list(withOthers);
  }

  /** A sentence with the names, and one for each of the first of them with what was reported. */
  private void explained(
      String key, List<StatusSheet.Line> lines, Health health, int all, List<String> sentences) {
    List<StatusSheet.Line> such =
        lines.stream().filter(line -> isInProgress(line, health)).limit(NAMED).toList();
    if (such.isEmpty()) {
      return;
    }
    sentences.add(
        words.text(key, all, namesAndOthers(such.stream().map(this::title).toList(), all)));
    ProgressStatus reported = ProgressStatus.valueOf(health.name());
    such.stream()
        .limit(QUOTED)
        .flatMap(line -> line.said().values().stream())
        .filter(report -> report.status() == reported)
        .map(this::asReported)
        .forEach(sentences::add);
  }

  private String asReported(ProgressReport report) {
    return words.text(
        "draft.reported",
        report.ref().value(),
        words.in(words.ministry(report.ministry())),
        words.day(LocalDate.ofInstant(report.at(), BrusselsTime.ZONE)),
        words.quote(words.shortened(report.text()).replaceFirst("\\.$", "")));
  }

  private static boolean isInProgress(StatusSheet.Line line, Health health) {
    return line.status() == CommitmentStatus.IN_PROGRESS && line.health() == health;
  }

  private String title(StatusSheet.Line line) {
    return words.quote(words.in(line.title()));
  }

  private String titleWithDate(StatusSheet.Line line) {
    LocalDate due = line.dueOn();
    return due == null ? title(line) : words.text("draft.dated", title(line), words.day(due));
  }
}
