package eu.jalon.api;

import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.outbox.Outbox;
import eu.jalon.register.ActionItems;
import eu.jalon.register.Change;
import eu.jalon.register.Commitment;
import eu.jalon.register.CommitmentActs;
import eu.jalon.register.CommitmentFilter;
import eu.jalon.register.CommitmentRequest;
import eu.jalon.register.CommitmentStatus;
import eu.jalon.register.Commitments;
import eu.jalon.register.Health;
import eu.jalon.register.ProgressReport;
import eu.jalon.register.ProgressStatus;
import eu.jalon.register.RequestKind;
import eu.jalon.register.SummitClosing;
import eu.jalon.register.Track;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.OriginId;
import eu.jalon.shared.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Commitments, as far as the caller may see them. */
@RestController
@RequestMapping("/api/commitments")
class CommitmentsApi {

  private final Commitments commitments;
  private final ActionItems items;
  private final Outbox outbox;
  private final CommitmentActs acts;
  private final SummitClosing closing;
  private final MessageSource messages;
  private final Clock clock;

  CommitmentsApi(
      Commitments commitments,
      ActionItems items,
      Outbox outbox,
      CommitmentActs acts,
      SummitClosing closing,
      MessageSource messages,
      Clock clock) {
    this.commitments = commitments;
    this.items = items;
    this.outbox = outbox;
    this.acts = acts;
    this.closing = closing;
    this.messages = messages;
    this.clock = clock;
  }

  /** Where a commitment's words come from. */
  record SourceView(@Nullable UUID document, int theme, int position, @Nullable String text) {}

  /** What one side said of its work. */
  record ReportView(
      String ministry,
      ProgressStatus status,
      String text,
      @Nullable String evidence,
      LocalDate on) {

    static ReportView of(ProgressReport report) {
      return new ReportView(
          report.ministry().value(),
          report.status(),
          report.text(),
          report.evidence(),
          LocalDate.ofInstant(report.at(), BrusselsTime.ZONE));
    }
  }

  /** One entry of the history. */
  record ChangeView(
      Change.What what,
      @Nullable String from,
      @Nullable String to,
      @Nullable String reason,
      Instant at,
      String by) {

    static ChangeView of(Change change) {
      return new ChangeView(
          change.what(),
          change.from(),
          change.to(),
          change.reason(),
          change.at(),
          change.by().value());
    }
  }

  /** What waits for a coordinator's decision. */
  record RequestView(RequestKind kind, String wanted, String reason, String askedBy) {

    static RequestView of(CommitmentRequest request) {
      return new RequestView(
          request.kind(), request.wanted(), request.reason(), request.askedBy().value());
    }
  }

  /** A commitment with all that belongs to it; reports and changes are oldest first. */
  record DetailView(
      @com.fasterxml.jackson.annotation.JsonUnwrapped CommitmentView commitment,
      String deadlineRule,
      SourceView source,
      List<ActionItemsApi.StepView> actionItems,
      List<ReportView> reports,
      List<ChangeView> changes,
      List<RequestView> requests,
      List<String> lineage,
      List<LetterView> letters) {}

  @GetMapping
  ItemList<CommitmentView> page(
      @RequestParam(required = false) @Nullable OriginId summit,
      @RequestParam(required = false) @Nullable Integer theme,
      @RequestParam(required = false) @Nullable MinistryCode ministry,
      @RequestParam(required = false) @Nullable Track track,
      @RequestParam(required = false) @Nullable CommitmentStatus status,
      @RequestParam(required = false) @Nullable Health health,
      @RequestParam(defaultValue = "false") boolean overdue,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "ref") String sort,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Person reader) {
    CommitmentFilter filter =
        new CommitmentFilter(
            summit,
            theme,
            ministry,
            track,
            status,
            health,
            overdue,
            q,
            CommitmentFilter.Sort.of(sort));
    LocalDate today = BrusselsTime.today(clock);
    return ItemList.of(
        commitments.page(filter, reader, new Page.Request(page, size)),
        commitment -> CommitmentView.of(commitment, reader, today));
  }

  @GetMapping("/{ref}")
  DetailView one(@PathVariable CommitmentRef ref, Person reader) {
    Commitment commitment = commitments.get(ref, reader);
    LocalDate today = BrusselsTime.today(clock);
    return new DetailView(
        CommitmentView.of(commitment, reader, today),
        commitment.deadline().toString(),
        new SourceView(
            commitment.declaration(), ref.theme(), ref.position(), commitment.sourceText()),
        items.of(ref).stream()
            .map(view -> ActionItemsApi.StepView.of(view, reader, messages, today))
            .toList(),
        commitments.reports(ref).stream()
            .sorted(Comparator.comparing(ProgressReport::at))
            .map(ReportView::of)
            .toList(),
        commitments.changes(ref).stream()
            .sorted(Comparator.comparing(Change::at))
            .map(ChangeView::of)
            .toList(),
        acts.asked(ref).stream().map(RequestView::of).toList(),
        closing.lineage(ref).stream().map(one -> one.ref().value()).toList(),
        reader.is(Role.COORDINATOR)
            ? outbox.about(ref).stream().map(LetterView::of).toList()
            : List.of());
  }
}
