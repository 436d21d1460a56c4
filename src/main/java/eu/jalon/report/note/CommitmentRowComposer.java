package eu.jalon.report.note;

import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportBlock;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.report.document.ReportText;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Composes the row of a commitment in the table of its theme. */
final class CommitmentRowComposer {

  private final StatusReportData data;
  private final ReportMessages messages;

  CommitmentRowComposer(StatusReportData data, ReportMessages messages) {
    this.data = data;
    this.messages = messages;
  }

  List<ReportBlock.Cell> row(StatusSheet.CommitmentRow line) {
    return List.of(
        new ReportBlock.Cell(
            List.of(
                ReportText.soft(line.ref().value()),
                messages.line(line.title()).as(ReportText.Style.STRONG)),
            line.ref().value()),
        new ReportBlock.Cell(
            line.leads().all().stream().map(code -> lead(code, line)).toList(), null),
        ReportBlock.Cell.of(due(line)),
        new ReportBlock.Cell(state(line), null),
        new ReportBlock.Cell(said(line), null));
  }

  private ReportText lead(MinistryCode code, StatusSheet.CommitmentRow line) {
    ReportText name = messages.line(messages.ministry(code));
    boolean accountable = code.party().equals(line.leads().accountable());
    return accountable ? name.as(ReportText.Style.STRONG) : name;
  }

  private ReportText due(StatusSheet.CommitmentRow line) {
    LocalDate due = line.dueOn();
    return due == null
        ? ReportText.soft(messages.text("due.none"))
        : ReportText.plain(messages.day(due));
  }

  private List<ReportText> state(StatusSheet.CommitmentRow line) {
    LocalDate closed = line.closedOn();
    if (line.status() == CommitmentStatus.FULFILLED) {
      ReportText state = ReportText.plain(messages.term("status", line.status()));
      return closed == null
          ? List.of(state)
          : List.of(state, ReportText.soft(messages.text("state.since", messages.day(closed))));
    }
    ReportText health = ReportText.plain(messages.term("health", line.health()));
    LocalDate due = line.dueOn();
    if (due == null || !line.isOverdue(data.today())) {
      return List.of(line.health() == Health.BLOCKED ? health.as(ReportText.Style.STRONG) : health);
    }
    return List.of(
        health,
        ReportText.strong(messages.text("state.late", ChronoUnit.DAYS.between(due, data.today()))));
  }

  private List<ReportText> said(StatusSheet.CommitmentRow line) {
    List<ReportText> said = new ArrayList<>();
    for (ProgressReport report : line.reports().values()) {
      Optional<Language> other = messages.otherLanguage(data.writers().get(report.by()));
      said.add(
          ReportText.soft(
              messages.text(
                  other.isPresent() ? "said.in" : "said.plain",
                  messages.party(report.ministry().party()),
                  messages.day(data.day(report.at())),
                  messages.termInside("progress", report.status()),
                  other.map(messages::language).orElse(""))));
      said.add(messages.quoted(report.text(), ReportMessages.MAX_QUOTE, other));
    }
    if (said.isEmpty()) {
      said.add(ReportText.soft(messages.text("said.nothing")));
    }
    return said;
  }
}
