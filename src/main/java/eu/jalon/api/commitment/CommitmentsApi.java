package eu.jalon.api.commitment;

import eu.jalon.actionitem.ActionItems;
import eu.jalon.api.actionitem.ActionItemsApi;
import eu.jalon.api.email.EmailView;
import eu.jalon.api.support.ItemList;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentFilter;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.process.RequestKind;
import eu.jalon.commitment.request.CommitmentRequest;
import eu.jalon.directory.Person;
import eu.jalon.directory.ReaderZone;
import eu.jalon.directory.Role;
import eu.jalon.directory.Today;
import eu.jalon.directory.Viewers;
import eu.jalon.mail.MailQueue;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.paging.Page;
import eu.jalon.transition.MeetingClosing;
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

/** The commitments that the caller may see. */
@RestController
@RequestMapping("/api/commitments")
public class CommitmentsApi {

  private final Commitments commitments;
  private final ActionItems items;
  private final Viewers viewers;
  private final MailQueue mailQueue;
  private final CommitmentActions actions;
  private final MeetingClosing closing;
  private final MessageSource messages;
  private final Today today;

  CommitmentsApi(
      Commitments commitments,
      ActionItems items,
      Viewers viewers,
      MailQueue mailQueue,
      CommitmentActions actions,
      MeetingClosing closing,
      MessageSource messages,
      Today today) {
    this.commitments = commitments;
    this.items = items;
    this.viewers = viewers;
    this.mailQueue = mailQueue;
    this.actions = actions;
    this.closing = closing;
    this.messages = messages;
    this.today = today;
  }

  /** The source of a commitment: declaration, theme, position and text. */
  record SourceView(@Nullable UUID document, int theme, int position, @Nullable String text) {}

  /** A progress report of one party. */
  record ReportView(
      String ministry,
      ProgressStatus status,
      String text,
      @Nullable String evidence,
      LocalDate on) {

    public static ReportView of(ProgressReport report) {
      return new ReportView(
          report.ministry().value(),
          report.status(),
          report.text(),
          report.evidence(),
          ReaderZone.day(report.at()));
    }
  }

  /** An entry of the commitment's history. */
  record ChangeView(
      CommitmentChange.Type what,
      @Nullable String from,
      @Nullable String to,
      @Nullable String reason,
      Instant at,
      String by) {

    public static ChangeView of(CommitmentChange change) {
      return new ChangeView(
          change.type(),
          change.from(),
          change.to(),
          change.reason(),
          change.at(),
          change.by().value());
    }
  }

  /**
   * A request that waits for a decision.
   *
   * @param actionItem the action item whose due date alone is to move
   * @param wanted the deadline rule, day or ministry; absent if the coordinators choose the
   *     ministry
   */
  public record PendingRequestView(
      long id,
      RequestKind kind,
      @Nullable String actionItem,
      @Nullable String wanted,
      String reason,
      String askedBy) {

    public static PendingRequestView of(CommitmentRequest request) {
      return new PendingRequestView(
          request.id(),
          request.kind(),
          request.actionItemId(),
          request.wanted(),
          request.reason(),
          request.askedBy().value());
    }
  }

  /**
   * A commitment with its details; reports and changes are oldest first, e-mails are for
   * coordinators only.
   */
  record CommitmentDetailView(
      @com.fasterxml.jackson.annotation.JsonUnwrapped CommitmentView commitment,
      String deadlineRule,
      SourceView source,
      List<ActionItemsApi.ActionItemResponse> actionItems,
      List<ReportView> reports,
      List<ChangeView> changes,
      List<PendingRequestView> requests,
      List<String> lineage,
      List<EmailView> emails) {}

  @GetMapping
  ItemList<CommitmentView> page(
      @RequestParam(required = false) @Nullable MeetingId summit,
      @RequestParam(required = false) @Nullable Integer theme,
      @RequestParam(required = false) @Nullable MinistryCode ministry,
      @RequestParam(required = false) @Nullable MinistryCode lead,
      @RequestParam(required = false) @Nullable Priority priority,
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
            null,
            null,
            null,
            lead,
            priority,
            CommitmentFilter.Sort.of(sort));
    LocalDate on = today.of(reader);
    return ItemList.of(
        commitments.page(filter, reader, new Page.Request(page, size)),
        commitment -> CommitmentView.of(commitment, reader, on));
  }

  @GetMapping("/{ref}")
  CommitmentDetailView one(@PathVariable CommitmentRef ref, Person reader) {
    Commitment commitment = commitments.get(ref, reader);
    LocalDate on = today.of(reader);
    return new CommitmentDetailView(
        CommitmentView.of(commitment, reader, on),
        commitment.deadline().toString(),
        new SourceView(
            commitment.declaration(), ref.theme(), ref.position(), commitment.sourceText()),
        items.of(ref).stream()
            .map(view -> ActionItemsApi.ActionItemResponse.of(view, reader, messages, on))
            .toList(),
        commitments.reports(ref).stream()
            .sorted(Comparator.comparing(ProgressReport::at))
            .map(ReportView::of)
            .toList(),
        commitments.changes(ref).stream()
            .sorted(Comparator.comparing(CommitmentChange::at))
            .map(ChangeView::of)
            .toList(),
        actions.pendingRequests(ref).stream().map(PendingRequestView::of).toList(),
        closing.lineage(commitment).chain().stream()
            .map(ancestor -> ancestor.ref().value())
            .toList(),
        reader.is(Role.COORDINATOR)
            ? mailQueue.about(ref, viewers.ofCoordinator(reader).series()).stream()
                .map(EmailView::of)
                .toList()
            : List.of());
  }
}
