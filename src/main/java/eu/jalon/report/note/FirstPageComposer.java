package eu.jalon.report.note;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Figures;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.meeting.Meeting;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportBlock;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.report.document.ReportText;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Composes the first page: figures and their change, what changed, what is overdue and why, and the
 * decisions asked of ministers.
 *
 * <p>The numbers of rows and characters are limited so that the page is never longer than one sheet
 * of A4; the annexes have the rest.
 */
final class FirstPageComposer {

  private static final int MAX_KINDS = 5;

  /** Titles of a kind of change: two if there are few kinds, otherwise one. */
  private static final int FEW_KINDS = 3;

  private static final int MAX_LATE = 4;
  private static final int MAX_DECISIONS = 4;

  /** Lengths in characters. */
  private static final int SHORT_TITLE = 55;

  private static final int TITLE = 60;
  private static final int WHY = 60;

  /** The kinds of change in their order; deadlines that passed are among the overdue ones. */
  private static final List<CommitmentChange.Type> KINDS =
      List.of(
          CommitmentChange.Type.DUE_DATE,
          CommitmentChange.Type.WITHDRAWN,
          CommitmentChange.Type.CARRIED_OVER,
          CommitmentChange.Type.REASSIGNED,
          CommitmentChange.Type.ENTERED);

  private final StatusReportData data;
  private final ReportMessages messages;
  private final List<ReportBlock> blocks;

  FirstPageComposer(StatusReportData data, ReportMessages messages, List<ReportBlock> blocks) {
    this.data = data;
    this.messages = messages;
    this.blocks = blocks;
  }

  void compose() {
    figures();
    changes();
    late();
    decisions();
  }

  private void figures() {
    heading("brief", messages.text("brief"));
    data.summit().map(this::summitLine).ifPresent(this::paragraph);
    Figures today = data.progress().today();
    Figures before = data.progress().before();
    if (today.total() + before.total() == 0) {
      paragraph(messages.text("brief.none"));
      return;
    }
    paragraph(messages.text("brief.sum", today.total(), data.themeCount(), today.overdue()));
    String since = messages.day(data.since());
    blocks.add(
        new ReportBlock.Grid(
            ReportBlock.Layout.FIGURES,
            messages.text("brief.caption", since),
            FigureRows.columns("situation", messages),
            List.of(
                FigureRows.row(messages.text("brief.today"), today, ReportBlock.Cell::number),
                FigureRows.row(
                    messages.text("brief.before", since), before, ReportBlock.Cell::number),
                FigureRows.row(
                    messages.text("brief.trend"),
                    FigureRows.difference(before, today),
                    ReportBlock.Cell::difference))));
  }

  private String summitLine(Meeting summit) {
    String name = messages.in(summit.name());
    LocalDate day = summit.date();
    if (day == null) {
      return messages.text("brief.noDate", name);
    }
    long days = ChronoUnit.DAYS.between(data.today(), day);
    return messages.text(days < 0 ? "brief.past" : "brief.summit", name, messages.day(day), days);
  }

  private void changes() {
    heading("changed", messages.text("changed", messages.day(data.since())));
    StatusSheet.Changes changes = data.changes();
    long kinds =
        changes.changed().stream().map(StatusSheet.Changed::type).distinct().count()
            + (changes.health().isEmpty() ? 0 : 1);
    int titles = kinds > FEW_KINDS ? 1 : 2;
    List<List<ReportText>> items = new ArrayList<>();
    changed(CommitmentChange.Type.FULFILLED, titles, items);
    if (!changes.health().isEmpty()) {
      items.add(
          item(
              messages.text("changed.health", changes.health().get(0).ofKind()),
              changes.health().stream().limit(titles).map(this::namedWithHealth).toList(),
              changes.health().get(0).ofKind()));
    }
    KINDS.forEach(kind -> changed(kind, titles, items));
    paragraph(
        messages.text(
            items.isEmpty() && changes.overdue().isEmpty() ? "changed.none" : "changed.some",
            changes.reports()));
    if (!items.isEmpty()) {
      blocks.add(new ReportBlock.Items(false, items.stream().limit(MAX_KINDS).toList()));
    }
  }

  private void changed(CommitmentChange.Type kind, int titles, List<List<ReportText>> items) {
    List<StatusSheet.Changed> matching =
        data.changes().changed().stream().filter(change -> change.type() == kind).toList();
    if (!matching.isEmpty()) {
      int all = matching.get(0).ofKind();
      items.add(
          item(
              messages.text("changed." + kind, all),
              matching.stream()
                  .limit(titles)
                  .map(change -> named(change.title(), change.ref()))
                  .toList(),
              all));
    }
  }

  /** A label and titles, which are tagged with the language of the first. */
  private List<ReportText> item(String label, List<ReportText> titles, int all) {
    List<String> named = new ArrayList<>(titles.stream().map(ReportText::text).toList());
    if (all > titles.size()) {
      named.add(messages.text("draft.others", all - titles.size()));
    }
    return List.of(
        ReportText.strong(messages.text("label", label)), titles.get(0).with(messages.list(named)));
  }

  private ReportText namedWithHealth(StatusSheet.HealthChanged change) {
    ReportText named = named(change.title(), change.ref());
    return named.with(
        messages.text("first.health", named.text(), messages.termInside("health", change.to())));
  }

  private ReportText named(LocalText title, CommitmentRef ref) {
    return messages.named(title, ref, SHORT_TITLE);
  }

  private void late() {
    heading("late", messages.text("late"));
    int all = data.progress().today().overdue();
    if (all == 0) {
      paragraph(messages.text("late.none"));
      return;
    }
    List<StatusSheet.CommitmentRow> shown =
        data.byDueDate().stream()
            .filter(line -> line.isOverdue(data.today()))
            .limit(MAX_LATE)
            .toList();
    blocks.add(
        new ReportBlock.Grid(
            ReportBlock.Layout.LATE,
            messages.text("late"),
            Stream.of("commitment", "accountable", "delay", "why")
                .map(column -> messages.text("column." + column))
                .toList(),
            shown.stream().map(this::lateRow).toList()));
    others("late.others", all - shown.size());
  }

  private List<ReportBlock.Cell> lateRow(StatusSheet.CommitmentRow line) {
    LocalDate due = line.dueOn() == null ? data.today() : line.dueOn();
    return List.of(
        new ReportBlock.Cell(
            List.of(shortTitle(line), ReportText.soft(line.ref().value())), line.ref().value()),
        ReportBlock.Cell.of(
            messages.line(messages.ministry(line.leads().lead(line.leads().accountable())))),
        ReportBlock.Cell.of(
            ReportText.plain(
                messages.text("late.days", ChronoUnit.DAYS.between(due, data.today())))),
        new ReportBlock.Cell(why(line), null));
  }

  private ReportText shortTitle(StatusSheet.CommitmentRow line) {
    ReportText title = messages.line(line.title());
    return title.with(messages.shortened(title.text(), TITLE));
  }

  /** What the worst of the last reports says, or that the accountable party sent none. */
  private List<ReportText> why(StatusSheet.CommitmentRow line) {
    PartyCode accountable = line.leads().accountable();
    Optional<ProgressReport> worst = worst(line);
    if (worst.isEmpty()
        || (worst.get().status() == ProgressStatus.DONE
            && !line.reports().containsKey(accountable))) {
      return List.of(ReportText.soft(messages.text("late.silent", messages.party(accountable))));
    }
    ProgressReport report = worst.get();
    Optional<Language> other = messages.otherLanguage(data.writers().get(report.by()));
    return List.of(
        ReportText.soft(
            messages.text(
                other.isPresent() ? "late.saidIn" : "late.said",
                messages.party(report.ministry().party()),
                messages.termInside("progress", report.status()),
                other.map(Language::code).orElse(""))),
        messages.quoted(report.text(), WHY, other));
  }

  private static Optional<ProgressReport> worst(StatusSheet.CommitmentRow line) {
    return line.reports().values().stream()
        .max(
            Comparator.comparingInt((ProgressReport report) -> severity(report.status()))
                .thenComparing(ProgressReport::at));
  }

  private static int severity(ProgressStatus status) {
    return switch (status) {
      case BLOCKED -> 3;
      case AT_RISK -> 2;
      case ON_TRACK -> 1;
      case DONE -> 0;
    };
  }

  private void decisions() {
    heading("decisions", messages.text("decisions"));
    List<List<ReportText>> date = data.summit().flatMap(this::dateToSet).stream().toList();
    List<List<ReportText>> awaited =
        data.awaited().stream().map(decision -> AwaitedRows.item(decision, messages)).toList();
    int toUnblock = data.progress().today().blocked();
    int all = date.size() + toUnblock + data.awaitedCount();
    if (all == 0) {
      paragraph(messages.text("decisions.none"));
      return;
    }
    int room = MAX_DECISIONS - date.size() - Math.min(MAX_DECISIONS / 2, awaited.size());
    List<List<ReportText>> items = new ArrayList<>(date);
    data.byDueDate().stream()
        .filter(line -> line.status() == CommitmentStatus.IN_PROGRESS)
        .filter(line -> line.health() == Health.BLOCKED)
        .limit(room)
        .map(this::toUnblock)
        .forEach(items::add);
    awaited.stream().limit(MAX_DECISIONS - items.size()).forEach(items::add);
    blocks.add(new ReportBlock.Items(true, items));
    others("decisions.others", all - items.size());
  }

  private Optional<List<ReportText>> dateToSet(Meeting summit) {
    LocalDate day = summit.date();
    if (day != null && !day.isBefore(data.today())) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(
            ReportText.strong(messages.text("label", messages.text("decisions.date"))),
            ReportText.plain(messages.shortened(messages.in(summit.name()), SHORT_TITLE))));
  }

  private List<ReportText> toUnblock(StatusSheet.CommitmentRow line) {
    List<ReportText> runs = new ArrayList<>();
    runs.add(ReportText.strong(messages.text("label", messages.text("decisions.unblock"))));
    runs.add(named(line.title(), line.ref()));
    worst(line)
        .ifPresent(
            report -> {
              Optional<Language> other = messages.otherLanguage(data.writers().get(report.by()));
              runs.add(
                  ReportText.soft(
                      messages.text(
                          other.isPresent() ? "label.in" : "label",
                          messages.party(report.ministry().party()),
                          other.map(Language::code).orElse(""))));
              runs.add(messages.quoted(report.text(), WHY, other));
            });
    return runs;
  }

  private void others(String key, int others) {
    if (others > 0) {
      blocks.add(new ReportBlock.Paragraph(ReportText.soft(messages.text(key, others))));
    }
  }

  private void heading(String anchor, String text) {
    blocks.add(new ReportBlock.Heading(2, ReportText.plain(text), anchor, false));
  }

  private void paragraph(String text) {
    blocks.add(new ReportBlock.Paragraph(ReportText.plain(text)));
  }
}
