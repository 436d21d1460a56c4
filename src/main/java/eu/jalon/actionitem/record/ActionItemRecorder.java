package eu.jalon.actionitem.record;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.JdbcActionItems;
import eu.jalon.actionitem.MigratedItem;
import eu.jalon.actionitem.OpenedItem;
import eu.jalon.actionitem.autosave.JdbcFormAutosaves;
import eu.jalon.actionitem.duedate.DueDateUpdate;
import eu.jalon.actionitem.evidence.JdbcEvidence;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.commitment.deadline.EvidenceSchedule;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.commitment.process.RequestKind;
import eu.jalon.commitment.request.JdbcRequests;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the engine writes down as its tasks open, change hands and end; always in the engine's own
 * transaction, so that the read model cannot disagree with it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ActionItemRecorder {

  private final JdbcActionItems items;
  private final JdbcCommitments commitments;
  private final JdbcHistory history;
  private final RequestRecorder requests;
  private final JdbcRequests decisions;
  private final DueDateUpdate redating;
  private final JdbcEvidence evidence;
  private final JdbcFormAutosaves drafts;
  private final Directory directory;
  private final Clock clock;

  ActionItemRecorder(
      JdbcActionItems items,
      JdbcCommitments commitments,
      JdbcHistory history,
      RequestRecorder requests,
      JdbcRequests decisions,
      DueDateUpdate redating,
      JdbcEvidence evidence,
      JdbcFormAutosaves drafts,
      Directory directory,
      Clock clock) {
    this.items = items;
    this.commitments = commitments;
    this.history = history;
    this.requests = requests;
    this.decisions = decisions;
    this.redating = redating;
    this.evidence = evidence;
    this.drafts = drafts;
    this.directory = directory;
    this.clock = clock;
  }

  public void opened(Collection<OpenedItem> opened) {
    items.insert(opened);
  }

  /** What the dates of a commitment's items follow from, for one that is opened today. */
  public DueOffset.Dates dates(CommitmentRef ref) {
    commitments.lock(ref);
    return commitments.dates(ref, BrusselsTime.today(clock));
  }

  /** What the register holds of a commitment, for a process to be compared with. */
  public CommitmentProcesses.Start truth(CommitmentRef ref) {
    return commitments
        .find(ref, Viewer.EVERYTHING)
        .map(CommitmentEntry::start)
        .orElseThrow(() -> new IllegalStateException("A process without a commitment: " + ref));
  }

  /**
   * The item as the register has it at the moment of an act in the engine, with its commitment
   * locked; refuses one that is closed.
   */
  public ActionItem open(String id, CommitmentRef ref) {
    commitments.lock(ref);
    ActionItem item =
        items
            .find(id, Viewer.EVERYTHING)
            .map(ActionItemView::item)
            .orElseThrow(() -> ValidationError.notFound("actionItem.unknown", id));
    if (item.status() != ActionItem.Status.OPEN) {
      throw item.closed();
    }
    return item;
  }

  /** Why an item that the engine has no more takes no act: who closed it, where that is known. */
  public ValidationError gone(String id) {
    return items
        .find(id, Viewer.EVERYTHING)
        .map(view -> view.item().closed())
        .orElseGet(() -> ValidationError.conflict("actionItem.raced", id));
  }

  /**
   * The same for an act in a person's name: refuses an item that is not theirs, whatever rights the
   * engine remembers. The person's ministry and role cannot change until the transaction ends.
   */
  public ActionItem own(String id, CommitmentRef ref, PersonId by) {
    ActionItem item = open(id, ref);
    if (directory.lock(by).filter(item::isFor).isEmpty()) {
      throw ValidationError.forbidden("actionItem.notYours", id);
    }
    return item;
  }

  /** When a standing cooperation has to show that it lives. */
  public EvidenceSchedule evidence(CommitmentRef ref) {
    Commitment commitment =
        commitments
            .find(ref, Viewer.EVERYTHING)
            .orElseThrow(() -> new IllegalStateException("A process without a commitment: " + ref));
    return EvidenceSchedule.of(
        commitments.enteredOn(ref),
        commitment.deadline(),
        commitment.dueOn().map(DueDate::day).orElse(null),
        commitments.summitOf(ref).orElse(null));
  }

  /** An interval went by without evidence. */
  public void intervalMissed(CommitmentRef ref, MinistryCode lead, PersonId by) {
    history.add(
        List.of(
            new CommitmentChange(
                ref,
                CommitmentChange.What.INTERVAL_MISSED,
                lead.value(),
                null,
                null,
                clock.instant(),
                by)));
  }

  public void assigned(String id, @Nullable PersonId assignee) {
    items.assign(id, assignee);
  }

  /** The item fell away with its process. */
  public void dropped(String id) {
    items.close(id, ActionItem.Status.DROPPED, clock.instant(), null);
    forgetUnsent(id);
  }

  /** The item changed hands: another ministry of the country has it now. */
  public void handedOver(String id, MinistryCode to) {
    items.handOver(id, to);
    forgetUnsent(id);
  }

  /** What a ministry typed and attached without sending it is nobody else's. */
  private void forgetUnsent(String id) {
    drafts.drop(id);
    evidence.forget(id);
  }

  /** Open items follow the newer model of their process, and get the dates it gives them. */
  public void migrated(CommitmentRef ref, List<MigratedItem> migrated) {
    items.migrate(migrated);
    redating.redateQuietly(List.of(ref));
  }

  /** The item was done; what its form said becomes part of the commitment's history. */
  public void done(String id, CommitmentRef ref, Step step, StepOutcome outcome, PersonId by) {
    items.close(id, ActionItem.Status.DONE, clock.instant(), by);
    drafts.drop(id);
    if (outcome instanceof StepOutcome.TakenInCharge taken) {
      change(ref, CommitmentChange.What.TAKEN_IN_CHARGE, outcome, null, taken.note(), by);
    } else if (outcome instanceof StepOutcome.Reported reported) {
      change(ref, CommitmentChange.What.REPORTED, outcome, reported.status().name(), null, by);
      report(id, ref, reported, by);
    } else if (outcome instanceof StepOutcome.Validated validated) {
      CommitmentChange.What what =
          validated.fulfilled() ? CommitmentChange.What.VALIDATED : CommitmentChange.What.SENT_BACK;
      change(ref, what, outcome, null, validated.note(), by);
    } else if (outcome instanceof StepOutcome.ApprovalChosen chosen) {
      String answer = (chosen.needed() ? StepOutcome.YesNo.YES : StepOutcome.YesNo.NO).name();
      change(ref, CommitmentChange.What.APPROVAL_CHOSEN, outcome, answer, chosen.note(), by);
    } else if (outcome instanceof StepOutcome.RequestDecided decided) {
      RequestKind kind =
          step == Step.DECIDE_EXTENSION ? RequestKind.EXTENSION : RequestKind.REASSIGNMENT;
      requests.decided(ref, kind, decided, by);
    } else if (outcome instanceof StepOutcome.ClosingChosen chosen) {
      decisions.choose(
          ref,
          outcome.ministry().country(),
          chosen.decision(),
          chosen.reason(),
          clock.instant(),
          by);
      change(
          ref,
          CommitmentChange.What.CLOSING_CHOSEN,
          outcome,
          chosen.decision().name(),
          chosen.reason(),
          by);
    }
  }

  private void change(
      CommitmentRef ref,
      CommitmentChange.What what,
      StepOutcome outcome,
      @Nullable String to,
      @Nullable String reason,
      PersonId by) {
    history.add(
        List.of(
            new CommitmentChange(
                ref, what, outcome.ministry().value(), to, reason, clock.instant(), by)));
  }

  /** The process came to its end: the commitment is fulfilled. */
  public void fulfilled(CommitmentRef ref, PersonId by) {
    commitments.close(ref, CommitmentStatus.FULFILLED, BrusselsTime.today(clock));
    decisions.drop(ref);
    history.add(
        List.of(
            new CommitmentChange(
                ref, CommitmentChange.What.FULFILLED, null, null, null, clock.instant(), by)));
  }

  private void report(String item, CommitmentRef ref, StepOutcome.Reported reported, PersonId by) {
    Instant now = clock.instant();
    evidence.reported(item, now);
    history.add(
        new ProgressReport(
            ref,
            reported.ministry(),
            reported.status(),
            reported.text(),
            reported.evidence(),
            reported.nextOn(),
            now,
            by));
    var lastOfEach =
        history.reports(ref).stream()
            .collect(
                Collectors.toMap(
                    ProgressReport::ministry, Function.identity(), (latest, older) -> latest));
    commitments.health(
        ref, Health.of(lastOfEach.values().stream().map(ProgressReport::status).toList()));
  }
}
