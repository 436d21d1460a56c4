package eu.jalon.actionitem.record;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemContinued;
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
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
  private final CommitmentProcesses processes;
  private final RequestRecorder requests;
  private final JdbcRequests decisions;
  private final DueDateUpdate dueDates;
  private final JdbcEvidence evidence;
  private final JdbcFormAutosaves autosaves;
  private final Directory directory;
  private final WorkingDays calendar;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ActionItemRecorder(
      JdbcActionItems items,
      JdbcCommitments commitments,
      JdbcHistory history,
      CommitmentProcesses processes,
      RequestRecorder requests,
      JdbcRequests decisions,
      DueDateUpdate dueDates,
      JdbcEvidence evidence,
      JdbcFormAutosaves autosaves,
      Directory directory,
      WorkingDays calendar,
      ApplicationEventPublisher events,
      Clock clock) {
    this.items = items;
    this.commitments = commitments;
    this.history = history;
    this.processes = processes;
    this.requests = requests;
    this.decisions = decisions;
    this.dueDates = dueDates;
    this.evidence = evidence;
    this.autosaves = autosaves;
    this.directory = directory;
    this.calendar = calendar;
    this.events = events;
    this.clock = clock;
  }

  public void opened(Collection<OpenedItem> opened) {
    items.insert(opened);
  }

  /** Locks commitments and returns the dates from which the due dates of items are computed. */
  public Map<CommitmentRef, DueOffset.CommitmentDates> dates(Collection<CommitmentRef> refs) {
    commitments.lock(refs);
    return commitments.dates(refs);
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

  /**
   * Returns the last day of the present evidence interval of a standing cooperation, in the zone of
   * its accountable lead.
   */
  public LocalDate lastDayOfInterval(CommitmentRef ref) {
    Commitment commitment = commitment(ref);
    return evidence(commitment).endOf(today(commitment));
  }

  /** Returns the end of the present evidence interval: the first instant after its last day. */
  public Instant endOfInterval(CommitmentRef ref) {
    Commitment commitment = commitment(ref);
    LocalDate last = evidence(commitment).endOf(today(commitment));
    return calendar.afterEndOf(last, commitment.leads().accountable());
  }

  /** Returns whether a moment lies in the present evidence interval of a standing cooperation. */
  public boolean isInPresentInterval(CommitmentRef ref, Instant at) {
    Commitment commitment = commitment(ref);
    LocalDate day = calendar.day(at, commitment.leads().accountable());
    return !evidence(commitment).endOf(day).isBefore(today(commitment));
  }

  /** Returns whether another evidence interval begins today. */
  public boolean hasInterval(CommitmentRef ref) {
    Commitment commitment = commitment(ref);
    return evidence(commitment).hasIntervalOn(today(commitment));
  }

  private Commitment commitment(CommitmentRef ref) {
    return commitments
        .find(ref, Viewer.EVERYTHING)
        .orElseThrow(() -> new IllegalStateException("No commitment for process " + ref));
  }

  private LocalDate today(Commitment commitment) {
    return calendar.day(clock.instant(), commitment.leads().accountable());
  }

  private EvidenceSchedule evidence(Commitment commitment) {
    CommitmentRef ref = commitment.ref();
    return EvidenceSchedule.of(
        calendar.day(commitments.enteredAt(ref), commitment.leads().accountable()),
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

  /** Moves an item to another ministry of the same party, which gets the minimum of days for it. */
  public void handedOver(CommitmentRef ref, String id, MinistryCode to) {
    items.handOver(id, to, clock.instant());
    deleteUnsent(id);
    dueDates.handedOver(ref, id);
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

  /**
   * Lets each item that was opened again continue the one that was dropped at the same step: it has
   * the same due date, and its assignee if that person may still complete it.
   *
   * @param known the ids of the items before
   */
  public void continueDropped(CommitmentRef ref, Set<String> known) {
    Map<String, ActionItem> dropped = new HashMap<>();
    List<ActionItem> opened = new ArrayList<>();
    for (ActionItemView view : items.of(ref)) {
      ActionItem item = view.item();
      if (known.contains(item.id()) && item.status() == ActionItem.Status.DROPPED) {
        dropped.merge(key(item), item, ActionItemRecorder::later);
      } else if (!known.contains(item.id())) {
        opened.add(item);
      }
    }
    for (ActionItem item : opened) {
      ActionItem former = dropped.get(key(item));
      if (former != null) {
        continueFrom(item, former);
        decisions.moveItem(former.id(), item.id());
        events.publishEvent(new ActionItemContinued(former.id(), item.id()));
      }
    }
    if (!opened.isEmpty()) {
      dueDates.updateWithoutNotice(List.of(ref));
    }
  }

  /**
   * Lets the open items of a commitment that continues another one continue its open items: they
   * have the same assignee, input, unsent files and pause of reminders, and what was overdue keeps
   * its date.
   */
  public void carryOver(CommitmentRef from, CommitmentRef to) {
    Map<String, ActionItem> open = open(from);
    Optional<DueDate> deadline = commitment(from).dueOn();
    for (ActionItem item : open(to).values()) {
      ActionItem former = open.get(key(item));
      if (former != null) {
        continueFrom(item, former);
        overdueSince(former, deadline).ifPresent(day -> items.setDay(item.id(), day));
        moveBelongings(former, item);
      }
    }
    dueDates.updateWithoutNotice(List.of(to));
  }

  /**
   * Gives what belongs to open items, such as input and unsent files, back to those of the
   * commitment before.
   */
  public void handBack(CommitmentRef from, CommitmentRef to) {
    Map<String, ActionItem> open = open(to);
    for (ActionItem item : open(from).values()) {
      ActionItem former = open.get(key(item));
      if (former != null) {
        moveBelongings(item, former);
      }
    }
  }

  private Map<String, ActionItem> open(CommitmentRef ref) {
    return items.of(ref).stream()
        .map(ActionItemView::item)
        .filter(item -> item.status() == ActionItem.Status.OPEN)
        .collect(
            Collectors.toMap(
                ActionItemRecorder::key, Function.identity(), ActionItemRecorder::later));
  }

  private void continueFrom(ActionItem item, ActionItem former) {
    items.continueFrom(item.id(), former.id());
    Optional.ofNullable(former.assignee())
        .flatMap(directory::person)
        .filter(item::isFor)
        .ifPresent(person -> processes.assign(item.id(), person.id(), person));
  }

  /** The last day on which an item was not overdue, if it is. */
  private Optional<LocalDate> overdueSince(ActionItem item, Optional<DueDate> deadline) {
    LocalDate today = calendar.day(clock.instant(), item.ministry().party());
    return Stream.of(item.dueOn(), deadline)
        .flatMap(Optional::stream)
        .map(DueDate::day)
        .filter(day -> day.isBefore(today))
        .min(LocalDate::compareTo);
  }

  private void moveBelongings(ActionItem from, ActionItem to) {
    autosaves.move(from.id(), to.id());
    evidence.moveUnsent(from.id(), to.id(), to.ref());
    events.publishEvent(new ActionItemContinued(from.id(), to.id()));
  }

  private static String key(ActionItem item) {
    return item.step().key() + " " + item.ministry();
  }

  private static ActionItem later(ActionItem one, ActionItem other) {
    return one.createdAt().isBefore(other.createdAt()) ? other : one;
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
    requests.itemDone(ref, id);
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
    commitments.close(ref, CommitmentStatus.FULFILLED, today(commitment(ref)));
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
