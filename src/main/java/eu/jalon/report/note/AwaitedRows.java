package eu.jalon.report.note;

import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportBlock;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.report.document.ReportText;
import java.util.List;

/** Composes the proposals and requests that have not been answered. */
final class AwaitedRows {

  private static final int TITLE = 55;
  private static final int REASON = 60;

  private AwaitedRows() {}

  /** The item of a list, short. */
  static List<ReportText> item(StatusSheet.AwaitedDecision decision, ReportMessages messages) {
    return List.of(
        ReportText.strong(messages.text("label", kind(decision, messages))),
        messages.named(decision.title(), decision.ref(), TITLE),
        ReportText.soft(messages.text("label", messages.party(decision.party()))),
        ReportText.plain(messages.quote(messages.shortened(decision.reason(), REASON)))
            .as(ReportText.Style.QUOTE));
  }

  /** The row of a table, with the whole title. */
  static List<ReportBlock.Cell> row(StatusSheet.AwaitedDecision decision, ReportMessages messages) {
    return List.of(
        new ReportBlock.Cell(
            List.of(ReportText.plain(decision.ref().value())), decision.ref().value()),
        ReportBlock.Cell.of(messages.line(decision.title())),
        ReportBlock.Cell.of(
            ReportText.plain(kind(decision, messages)),
            ReportText.soft(
                messages.text(
                    "decisions.asked",
                    messages.party(decision.party()),
                    messages.day(decision.on()))),
            ReportText.plain(messages.quote(messages.shortened(decision.reason())))
                .as(ReportText.Style.QUOTE)));
  }

  private static String kind(StatusSheet.AwaitedDecision decision, ReportMessages messages) {
    return messages.term(decision.family(), decision.kind());
  }
}
