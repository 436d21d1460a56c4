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
import eu.jalon.directory.Person;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Updates the read model when the engine's user tasks are created, assigned and completed; always
 * in the engine's transaction, so that both stay consistent.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ActionItemRecorder {

  private final JdbcActionItems items;
  private final JdbcCommitments commitments;
  private final JdbcHistory history;
  private final RequestRecorder requests;
  private final JdbcRequests decisions;
  private final DueDateUpdate dueDates;
  private final JdbcEvidence evidence;
  private final JdbcFormAutosaves autosaves;
  private final Directory directory;
  private final Clock clock;

  ActionItemRecorder(
      JdbcActionItems items,
      JdbcCommitments commitments,
      JdbcHistory history,
      RequestRecorder requests,
      JdbcRequests decisions,
      DueDateUpdate dueDates,
      JdbcEvidence evidence,
      JdbcFormAutosaves autosaves,
      Directory directory,
      Clock clock) {
    this.items = items;
    this.commitments = commitments;
    this.history = history;
    this.requests = requests;
    this.decisions = decisions;
    this.dueDates = dueDates;
    this.evidence = evidence;
    this.autosaves = autosaves;
    this.directory = directory;
    this.clock = clock;
  }

  public void opened(Collection<OpenedItem> opened) {
    items.insert(opened);
  }

  /**
   * Locks a commitment and returns the dates from which the due date of an item opened today is
   * computed.
   */
  public DueOffset.Dates dates(CommitmentRef ref) {
    commitments.lock(ref);
    return commitments.dates(ref, BrusselsTime.today(clock));
  }

  /**
   * Returns the process variables according to the register, for comparison with those of the
   * process.
   */
  public CommitmentProcesses.Start expectedVariables(CommitmentRef ref) {
    return commitments
        .find(ref, Viewer.EVERYTHING)
        .map(CommitmentEntry::start)
        .orElseThrow(() -> new IllegalStateException("No commitment for process " + ref));
  }

  /** Locks the commitment and returns the item; rejects one that is closed. */
  public ActionItem open(String id, CommitmentRef ref) {
    commitments.lock(ref);
    ActionItem item =
        items
            .find(id, Viewer.EVERYTHING)
            .map(ActionItemView::item)
            .orElseThrow(() -> ValidationError.notFound("actionItem.unknown", id));
    if (item.status() != ActionItem.Status.OPEN) {
      throw item.closedError();
    }
    return item;
  }

  /**
   * Returns the error for an item whose task no longer exists; it names the person who completed
   * it, if known.
   */
  public ValidationError closedError(String id) {
    return items
        .find(id, Viewer.EVERYTHING)
        .map(view -> view.item().closedError())
        .orElseGet(() -> ValidationError.conflict("actionItem.raced", id));
  }

  /**
   * Locks the commitment and the person, and returns the item; rejects one that the person may not
   * complete, regardless of authorizations stored in the engine.
   */
  public ActionItem own(String id, CommitmentRef ref, PersonId by) {
    ActionItem item = open(id, ref);
    if (directory.lock(by).filter(item::isFor).isEmpty()) {
      throw ValidationError.forbidden("actionItem.notYours", id);
    }
    return item;
  }

  /**
   * Locks the commitment and the people concerned, and rejects an assignment that the person may
   * not make, regardless of authorizations stored in the engine.
   *
   * @param assignee null if the item is released
   */
  public void requireAssignable(
      String id, CommitmentRef ref, @Nullable PersonId assignee, PersonId by) {
    ActionItem item = open(id, ref);
    Stream.of(Optional.ofNullable(assignee), Optional.of(by))
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .forEach(directory::lock);
    Person acting =
        directory
            .person(by)
            .orElseThrow(() -> ValidationError.forbidden("actionItem.notYours", id));
    if (assignee == null ? !item.isReleasableBy(acting) : !item.isAssignableBy(acting)) {
      throw ValidationError.forbidden("actionItem.notYours", id);
    }
    if (assignee != null && directory.person(assignee).filter(item::isFor).isEmpty()) {
      throw ValidationError.invalid("actionItem.assignee", assignee);
    }
  }

  /** Returns the evidence schedule of a standing cooperation. */
  public EvidenceSchedule evidence(CommitmentRef ref) {
    Commitment commitment =
        commitments
            .find(ref, Viewer.EVERYTHING)
            .orElseThrow(() -> new IllegalStateException("No commitment for process " + ref));
    return EvidenceSchedule.of(
        commitments.enteredOn(ref),
        commitment.deadline(),
        commitment.dueOn().map(DueDate::day).orElse(null),
        commitments.summitDate(ref).orElse(null));
  }

  /** Records that an interval ended without evidence. */
  public void intervalMissed(CommitmentRef ref, MinistryCode lead, PersonId by) {
    history.add(
        List.of(
            new CommitmentChange(
                ref,
                CommitmentChange.Type.INTERVAL_MISSED,
                lead.value(),
                null,
                null,
                clock.instant(),
                by)));
  }

  public void assigned(String id, @Nullable PersonId assignee) {
    items.assign(id, assignee);
  }

  /** Closes an item whose process was ended. */
  public void dropped(String id) {
    items.close(id, ActionItem.Status.DROPPED, clock.instant(), null);
    deleteUnsent(id);
  }

  /** Moves an item to another ministry of the same party. */
  public void handedOver(String id, MinistryCode to) {
    items.handOver(id, to);
    deleteUnsent(id);
  }

  /** Returns the ids of all items of a commitment. */
  public Set<String> known(CommitmentRef ref) {
    return items.of(ref).stream().map(view -> view.item().id()).collect(Collectors.toSet());
  }

  /**
   * Deletes the items that were opened and dropped again while a process was put at a position;
   * they were never shown.
   *
   * @param known the ids of the items before
   */
  public void discardPassed(CommitmentRef ref, Set<String> known) {
    items.of(ref).stream()
        .map(ActionItemView::item)
        .filter(item -> item.status() == ActionItem.Status.DROPPED && !known.contains(item.id()))
        .forEach(item -> items.delete(item.id()));
  }

  /** Deletes autosaved input and unsent files, which belong to the former ministry. */
  private void deleteUnsent(String id) {
    autosaves.delete(id);
    evidence.deleteUnsent(id);
  }

  /** Updates step, offset and due date of the open items of a migrated process. */
  public void migrated(CommitmentRef ref, List<MigratedItem> migrated) {
    items.migrate(migrated);
    dueDates.updateWithoutNotice(List.of(ref));
  }

  /** Closes a completed item and records the input of its form in the commitment's history. */
  public void done(String id, CommitmentRef ref, Step step, StepOutcome outcome, PersonId by) {
    items.close(id, ActionItem.Status.DONE, clock.instant(), by);
    autosaves.delete(id);
    if (outcome instanceof StepOutcome.TakenInCharge taken) {
      change(ref, CommitmentChange.Type.TAKEN_IN_CHARGE, outcome, null, taken.note(), by);
    } else if (outcome instanceof StepOutcome.Reported reported) {
      change(ref, CommitmentChange.Type.REPORTED, outcome, reported.status().name(), null, by);
      report(id, ref, reported, by);
    } else if (outcome instanceof StepOutcome.Validated validated) {
      CommitmentChange.Type type =
          validated.fulfilled() ? CommitmentChange.Type.VALIDATED : CommitmentChange.Type.SENT_BACK;
      change(ref, type, outcome, null, validated.note(), by);
    } else if (outcome instanceof StepOutcome.ApprovalChosen chosen) {
      String answer = (chosen.needed() ? StepOutcome.YesNo.YES : StepOutcome.YesNo.NO).name();
      change(ref, CommitmentChange.Type.APPROVAL_CHOSEN, outcome, answer, chosen.note(), by);
    } else if (outcome instanceof StepOutcome.RequestDecided decided) {
      RequestKind kind =
          step == Step.DECIDE_EXTENSION ? RequestKind.EXTENSION : RequestKind.REASSIGNMENT;
      requests.decided(ref, kind, decided, by);
    } else if (outcome instanceof StepOutcome.ClosingChosen chosen) {
      decisions.saveClosingDecision(
          ref, outcome.ministry().party(), chosen.decision(), chosen.reason(), clock.instant(), by);
      change(
          ref,
          CommitmentChange.Type.CLOSING_CHOSEN,
          outcome,
          chosen.decision().name(),
          chosen.reason(),
          by);
    }
  }

  private void change(
      CommitmentRef ref,
      CommitmentChange.Type type,
      StepOutcome outcome,
      @Nullable String to,
      @Nullable String reason,
      PersonId by) {
    history.add(
        List.of(
            new CommitmentChange(
                ref, type, outcome.ministry().value(), to, reason, clock.instant(), by)));
  }

  /** Marks a commitment as fulfilled because its process is completed. */
  public void fulfilled(CommitmentRef ref, PersonId by) {
    commitments.close(ref, CommitmentStatus.FULFILLED, BrusselsTime.today(clock));
    decisions.drop(ref);
    history.add(
        List.of(
            new CommitmentChange(
                ref, CommitmentChange.Type.FULFILLED, null, null, null, clock.instant(), by)));
  }

  private void report(String item, CommitmentRef ref, StepOutcome.Reported reported, PersonId by) {
    Instant now = clock.instant();
    evidence.markReported(item, now);
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
    var lastByMinistry =
        history.reports(ref).stream()
            .collect(
                Collectors.toMap(
                    ProgressReport::ministry, Function.identity(), (latest, older) -> latest));
    commitments.setHealth(
        ref, Health.of(lastByMinistry.values().stream().map(ProgressReport::status).toList()));
  }
}
