package eu.jalon.report.note;

import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportBlock;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.report.document.ReportText;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Says one commitment as a row of a theme's table. */
final class CommitmentRowComposer {

  private final StatusReportData facts;
  private final ReportMessages words;

  CommitmentRowComposer(StatusReportData facts, ReportMessages words) {
    this.facts = facts;
    this.words = words;
  }

  List<ReportBlock.Cell> row(StatusSheet.Line line) {
    return List.of(
        new ReportBlock.Cell(
            List.of(
                ReportText.soft(line.ref().value()),
                words.line(line.title()).as(ReportText.Style.STRONG)),
            line.ref().value()),
        ReportBlock.Cell.of(lead(line.leadBe(), line), lead(line.leadFr(), line)),
        ReportBlock.Cell.of(due(line)),
        new ReportBlock.Cell(state(line), null),
        new ReportBlock.Cell(said(line), null));
  }

  private ReportText lead(MinistryCode code, StatusSheet.Line line) {
    ReportText name = words.line(words.ministry(code));
    boolean accountable = code.country() == line.accountable();
    return accountable ? name.as(ReportText.Style.STRONG) : name;
  }

  private ReportText due(StatusSheet.Line line) {
    LocalDate due = line.dueOn();
    return due == null ? ReportText.soft(words.text("due.none")) : ReportText.plain(words.day(due));
  }

  private List<ReportText> state(StatusSheet.Line line) {
    LocalDate closed = line.closedOn();
    if (line.status() == CommitmentStatus.FULFILLED) {
      ReportText state = ReportText.plain(words.term("status", line.status()));
      return closed == null
          ? List.of(state)
          : List.of(state, ReportText.soft(words.text("state.since", words.day(closed))));
    }
    ReportText health = ReportText.plain(words.term("health", line.health()));
    LocalDate due = line.dueOn();
    if (due == null || !line.isOverdue(facts.today())) {
      return List.of(line.health() == Health.BLOCKED ? health.as(ReportText.Style.STRONG) : health);
    }
    return List.of(
        health,
        ReportText.strong(words.text("state.late", ChronoUnit.DAYS.between(due, facts.today()))));
  }

  private List<ReportText> said(StatusSheet.Line line) {
    List<ReportText> said = new ArrayList<>();
    for (ProgressReport report : line.said().values()) {
      said.add(
          ReportText.soft(
              words.text(
                  "said",
                  words.term("country", report.ministry().country()),
                  words.day(LocalDate.ofInstant(report.at(), BrusselsTime.ZONE)),
                  words.termInside("progress", report.status()))));
      said.add(quoted(report));
    }
    if (said.isEmpty()) {
      said.add(ReportText.soft(words.text("said.nothing")));
    }
    return said;
  }

  private ReportText quoted(ProgressReport report) {
    Language written = facts.writers().get(report.by());
    return new ReportText(
        words.quote(words.shortened(report.text())),
        ReportText.Style.QUOTE,
        written == words.language() ? null : written);
  }
}
