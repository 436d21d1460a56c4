package eu.jalon.report.note;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportBlock;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.report.document.ReportText;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Composes the annex on changes since a day, with one table for each kind of change. */
final class ChangesComposer {

  /** The kinds of change in the order of the report. */
  private static final List<CommitmentChange.Type> KINDS =
      List.of(
          CommitmentChange.Type.FULFILLED,
          CommitmentChange.Type.ENTERED,
          CommitmentChange.Type.DUE_DATE,
          CommitmentChange.Type.REASSIGNED,
          CommitmentChange.Type.CARRIED_OVER,
          CommitmentChange.Type.WITHDRAWN);

  private final StatusReportData data;
  private final ReportMessages messages;
  private final List<ReportBlock> tables = new ArrayList<>();

  ChangesComposer(StatusReportData data, ReportMessages messages) {
    this.data = data;
    this.messages = messages;
  }

  void addTo(List<ReportBlock> blocks) {
    StatusSheet.Changes changes = data.changes();
    KINDS.forEach(kind -> changed(kind, changes.changed()));
    table(
        "health",
        changes.health().stream()
            .map(
                change -> row(change.ref(), change.title(), ReportText.plain(health(change)), null))
            .toList(),
        changes.health().isEmpty() ? 0 : changes.health().get(0).ofKind());
    table(
        "overdue",
        changes.overdue().stream()
            .map(
                change ->
                    row(
                        change.ref(),
                        change.title(),
                        ReportText.plain(
                            messages.text("changed.passed", messages.day(change.dueOn()))),
                        null))
            .toList(),
        changes.overdue().isEmpty() ? 0 : changes.overdue().get(0).ofKind());
    if (tables.isEmpty()) {
      return;
    }
    blocks.add(
        new ReportBlock.Heading(
            2, ReportText.plain(messages.text("annex.changed")), "all-changed", false));
    blocks.addAll(tables);
  }

  private void changed(CommitmentChange.Type kind, List<StatusSheet.Changed> all) {
    List<StatusSheet.Changed> matching =
        all.stream().filter(change -> change.type() == kind).toList();
    if (kind == CommitmentChange.Type.ENTERED && matching.size() < ofKind(matching)) {
      heading(kind.name(), ofKind(matching));
      tables.add(new ReportBlock.Paragraph(ReportText.plain(messages.text("changed.manyEntered"))));
      return;
    }
    table(
        kind.name(),
        matching.stream()
            .map(
                change ->
                    row(
                        change.ref(),
                        change.title(),
                        ReportText.plain(what(change)),
                        change.reason()))
            .toList(),
        ofKind(matching));
  }

  private static int ofKind(List<StatusSheet.Changed> matching) {
    return matching.isEmpty() ? 0 : matching.get(0).ofKind();
  }

  private String heading(String kind, int all) {
    String name = messages.text("changed." + kind, all);
    tables.add(new ReportBlock.Heading(3, ReportText.plain(name), "changed-" + kind, false));
    return name;
  }

  private void table(String kind, List<List<ReportBlock.Cell>> rows, int all) {
    if (rows.isEmpty()) {
      return;
    }
    String name = messages.text("changed." + kind, all);
    tables.add(new ReportBlock.Heading(3, ReportText.plain(name), "changed-" + kind, false));
    tables.add(
        new ReportBlock.Grid(
            ReportBlock.Layout.CHANGES,
            name,
            List.of(
                messages.text("column.ref"),
                messages.text("column.commitment"),
                messages.text("column.change")),
            rows));
    if (all > rows.size()) {
      tables.add(
          new ReportBlock.Paragraph(
              ReportText.soft(messages.text("changed.others", all - rows.size()))));
    }
  }

  private List<ReportBlock.Cell> row(
      CommitmentRef ref, LocalText title, ReportText what, @Nullable String reason) {
    List<ReportText> lines = new ArrayList<>(List.of(what));
    if (reason != null && !reason.isBlank()) {
      lines.add(
          ReportText.soft(
              messages.text("changed.reason", messages.quote(messages.shortened(reason)))));
    }
    return List.of(
        new ReportBlock.Cell(List.of(ReportText.plain(ref.value())), ref.value()),
        ReportBlock.Cell.of(messages.line(title)),
        new ReportBlock.Cell(lines, null));
  }

  private String what(StatusSheet.Changed change) {
    String on = messages.day(data.day(change.at()));
    return switch (change.type()) {
      case DUE_DATE -> dates(change.from(), change.to());
      case REASSIGNED ->
          messages.text("changed.leads", ministry(change.from()), ministry(change.to()));
      case CARRIED_OVER -> messages.text("changed.carried", String.valueOf(change.to()), on);
      default -> messages.text("changed.on", on);
    };
  }

  private String health(StatusSheet.HealthChanged change) {
    return messages.text(
        "changed.healths",
        messages.termInside("health", change.from()),
        messages.termInside("health", change.to()));
  }

  private String dates(@Nullable String from, @Nullable String to) {
    if (from == null) {
      return to == null
          ? messages.text("due.none")
          : messages.text("changed.datesFromNone", date(to));
    }
    return to == null
        ? messages.text("changed.datesToNone", date(from))
        : messages.text("changed.dates", date(from), date(to));
  }

  private String date(String day) {
    return messages.day(LocalDate.parse(day));
  }

  private String ministry(@Nullable String code) {
    return code == null ? "–" : messages.in(messages.ministry(new MinistryCode(code)));
  }
}
