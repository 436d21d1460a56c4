package eu.jalon.report.note;

import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportBlock;
import eu.jalon.report.document.ReportLine;
import eu.jalon.report.document.StatusWords;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Says one commitment as a row of a theme's table. */
final class StatusLines {

  private final StatusFacts facts;
  private final StatusWords words;

  StatusLines(StatusFacts facts, StatusWords words) {
    this.facts = facts;
    this.words = words;
  }

  List<ReportBlock.Cell> row(StatusSheet.CommitmentRow line) {
    return List.of(
        new ReportBlock.Cell(
            List.of(
                ReportLine.soft(line.ref().value()),
                words.line(line.title()).as(ReportLine.Style.STRONG)),
            line.ref().value()),
        ReportBlock.Cell.of(lead(line.leadBe(), line), lead(line.leadFr(), line)),
        ReportBlock.Cell.of(due(line)),
        new ReportBlock.Cell(state(line), null),
        new ReportBlock.Cell(said(line), null));
  }

  private ReportLine lead(MinistryCode code, StatusSheet.CommitmentRow line) {
    ReportLine name = words.line(words.ministry(code));
    boolean accountable = code.country() == line.accountable();
    return accountable ? name.as(ReportLine.Style.STRONG) : name;
  }

  private ReportLine due(StatusSheet.CommitmentRow line) {
    LocalDate due = line.dueOn();
    return due == null ? ReportLine.soft(words.text("due.none")) : ReportLine.plain(words.day(due));
  }

  private List<ReportLine> state(StatusSheet.CommitmentRow line) {
    LocalDate closed = line.closedOn();
    if (line.status() == CommitmentStatus.FULFILLED) {
      ReportLine state = ReportLine.plain(words.term("status", line.status()));
      return closed == null
          ? List.of(state)
          : List.of(state, ReportLine.soft(words.text("state.since", words.day(closed))));
    }
    ReportLine health = ReportLine.plain(words.term("health", line.health()));
    LocalDate due = line.dueOn();
    if (due == null || !line.isOverdue(facts.today())) {
      return List.of(line.health() == Health.BLOCKED ? health.as(ReportLine.Style.STRONG) : health);
    }
    return List.of(
        health,
        ReportLine.strong(words.text("state.late", ChronoUnit.DAYS.between(due, facts.today()))));
  }

  private List<ReportLine> said(StatusSheet.CommitmentRow line) {
    List<ReportLine> said = new ArrayList<>();
    for (ProgressReport report : line.reports().values()) {
      said.add(
          ReportLine.soft(
              words.text(
                  "said",
                  words.term("country", report.ministry().country()),
                  words.day(LocalDate.ofInstant(report.at(), BrusselsTime.ZONE)),
                  words.termInside("progress", report.status()))));
      said.add(quoted(report));
    }
    if (said.isEmpty()) {
      said.add(ReportLine.soft(words.text("said.nothing")));
    }
    return said;
  }

  private ReportLine quoted(ProgressReport report) {
    Language written = facts.writers().get(report.by());
    return new ReportLine(
        words.quote(words.shortened(report.text())),
        ReportLine.Style.QUOTE,
        written == words.language() ? null : written);
  }
}
