package eu.jalon.report.note;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportBlock;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.report.document.ReportText;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a status report that tells what changed since a day, one table for each kind. */
final class ChangesComposer {

  /** The kinds in the order in which a reader wants them. */
  private static final List<CommitmentChange.What> KINDS =
      List.of(
          CommitmentChange.What.FULFILLED,
          CommitmentChange.What.ENTERED,
          CommitmentChange.What.DUE_DATE,
          CommitmentChange.What.REASSIGNED,
          CommitmentChange.What.CARRIED_OVER,
          CommitmentChange.What.WITHDRAWN);

  private final StatusReportData facts;
  private final ReportMessages words;
  private final List<ReportBlock> tables = new ArrayList<>();

  ChangesComposer(StatusReportData facts, ReportMessages words) {
    this.facts = facts;
    this.words = words;
  }

  void addTo(List<ReportBlock> blocks) {
    StatusSheet.Changes changes = facts.changes();
    KINDS.forEach(kind -> changed(kind, changes.changed()));
    table(
        "health",
        changes.health().stream()
            .map(one -> row(one.ref(), one.title(), ReportText.plain(health(one)), null))
            .toList(),
        changes.health().isEmpty() ? 0 : changes.health().get(0).ofKind());
    table(
        "overdue",
        changes.overdue().stream()
            .map(
                one ->
                    row(
                        one.ref(),
                        one.title(),
                        ReportText.plain(words.text("changed.passed", words.day(one.dueOn()))),
                        null))
            .toList(),
        changes.overdue().isEmpty() ? 0 : changes.overdue().get(0).ofKind());
    String since = words.day(facts.since());
    blocks.add(
        new ReportBlock.Heading(
            2, ReportText.plain(words.text("changed", since)), "changed", true));
    blocks.add(
        new ReportBlock.Paragraph(
            ReportText.plain(
                words.text(
                    tables.isEmpty() ? "changed.none" : "changed.some", changes.reports()))));
    blocks.addAll(tables);
  }

  private void changed(CommitmentChange.What kind, List<StatusSheet.Changed> all) {
    List<StatusSheet.Changed> such = all.stream().filter(one -> one.what() == kind).toList();
    if (kind == CommitmentChange.What.ENTERED && such.size() < ofKind(such)) {
      heading(kind.name(), ofKind(such));
      tables.add(new ReportBlock.Paragraph(ReportText.plain(words.text("changed.manyEntered"))));
      return;
    }
    table(
        kind.name(),
        such.stream()
            .map(one -> row(one.ref(), one.title(), ReportText.plain(what(one)), one.reason()))
            .toList(),
        ofKind(such));
  }

  private static int ofKind(List<StatusSheet.Changed> such) {
    return such.isEmpty() ? 0 : such.get(0).ofKind();
  }

  private String heading(String kind, int all) {
    String name = words.text("changed." + kind, all);
    tables.add(new ReportBlock.Heading(3, ReportText.plain(name), "changed-" + kind, false));
    return name;
  }

  private void table(String kind, List<List<ReportBlock.Cell>> rows, int all) {
    if (rows.isEmpty()) {
      return;
    }
    String name = words.text("changed." + kind, all);
    tables.add(new ReportBlock.Heading(3, ReportText.plain(name), "changed-" + kind, false));
    tables.add(
        new ReportBlock.Grid(
            ReportBlock.Layout.CHANGES,
            name,
            List.of(
                words.text("column.ref"),
                words.text("column.commitment"),
                words.text("column.change")),
            rows));
    if (all > rows.size()) {
      tables.add(
          new ReportBlock.Paragraph(
              ReportText.soft(words.text("changed.others", all - rows.size()))));
    }
  }

  private List<ReportBlock.Cell> row(
      CommitmentRef ref, LocalText title, ReportText what, @Nullable String reason) {
    List<ReportText> lines = new ArrayList<>(List.of(what));
    if (reason != null && !reason.isBlank()) {
      lines.add(
          ReportText.soft(words.text("changed.reason", words.quote(words.shortened(reason)))));
    }
    return List.of(
        new ReportBlock.Cell(List.of(ReportText.plain(ref.value())), ref.value()),
        ReportBlock.Cell.of(words.line(title)),
        new ReportBlock.Cell(lines, null));
  }

  private String what(StatusSheet.Changed one) {
    String on = words.day(LocalDate.ofInstant(one.at(), BrusselsTime.ZONE));
    return switch (one.what()) {
      case DUE_DATE -> dates(one.from(), one.to());
      case REASSIGNED -> words.text("changed.leads", ministry(one.from()), ministry(one.to()));
      case CARRIED_OVER -> words.text("changed.carried", String.valueOf(one.to()), on);
      default -> words.text("changed.on", on);
    };
  }

  private String health(StatusSheet.HealthChanged one) {
    return words.text(
        "changed.healths",
        words.termInside("health", one.from()),
        words.termInside("health", one.to()));
  }

  private String dates(@Nullable String from, @Nullable String to) {
    if (from == null) {
      return to == null ? words.text("due.none") : words.text("changed.datesFromNone", date(to));
    }
    return to == null
        ? words.text("changed.datesToNone", date(from))
        : words.text("changed.dates", date(from), date(to));
  }

  private String date(String day) {
    return words.day(LocalDate.parse(day));
  }

  private String ministry(@Nullable String code) {
    return code == null ? "–" : words.in(words.ministry(new MinistryCode(code)));
  }
}
