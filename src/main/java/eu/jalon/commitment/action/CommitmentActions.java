package eu.jalon.commitment.action;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.commitment.entry.JdbcLineage;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.commitment.process.RequestKind;
import eu.jalon.commitment.request.CommitmentRequest;
import eu.jalon.commitment.request.JdbcRequests;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Actions on a commitment in progress; each requires a reason. A request of a focal point of a lead
 * ministry is decided by the coordinators of the same party in a user task; an action of a
 * coordinator takes effect immediately. In both cases the process instance receives a message.
 */
@Service
@Transactional
public class CommitmentActions {

  private final JdbcCommitments commitments;
  private final Meetings meetings;
  private final JdbcLineage lineages;
  private final JdbcRequests requests;
  private final JdbcHistory history;
  private final CommitmentEntry entry;
  private final CommitmentProcesses processes;
  private final Directory directory;
  private final WorkingDays calendar;
  private final Viewers viewers;
  private final Clock clock;

  CommitmentActions(
      JdbcCommitments commitments,
      Meetings meetings,
      JdbcLineage lineages,
      JdbcRequests requests,
      JdbcHistory history,
      CommitmentEntry entry,
      CommitmentProcesses processes,
      Directory directory,
      WorkingDays calendar,
      Viewers viewers,
      Clock clock) {
    this.commitments = commitments;
    this.meetings = meetings;
    this.lineages = lineages;
    this.requests = requests;
    this.history = history;
    this.entry = entry;
    this.processes = processes;
    this.directory = directory;
    this.calendar = calendar;
    this.viewers = viewers;
    this.clock = clock;
  }

  /** Returns the requests about a commitment that wait for a decision. */
  @Transactional(readOnly = true)
  public List<CommitmentRequest> pendingRequests(CommitmentRef ref) {
    return requests.pending(ref);
  }

  /**
   * Requests another deadline. Rejects one in the past, one that changes nothing, and a second
   * request while one is pending.
   */
  public void extend(CommitmentRef ref, DeadlineRule requested, String reason, Person by) {
    Commitment commitment = lockInProgress(ref, by);
    DeadlineRule wanted = requested.orInterval(commitment.deadline().interval());
    PartyCode party = requireRepresented(commitment, by);
    Optional<LocalDate> dueOn =
        wanted.dueOn(commitments.summitDate(ref), commitment.leads().accountable(), calendar);
    if (dueOn.filter(day -> day.isBefore(BrusselsTime.today(clock))).isPresent()) {
      throw ValidationError.invalid("request.past", wanted);
    }
    if (wanted.equals(commitment.deadline())) {
      throw ValidationError.conflict("request.same", wanted);
    }
    request(commitment, RequestKind.EXTENSION, party, wanted.toString(), reason, by);
  }

  /**
   * Requests another lead ministry of the same party. Rejects one that is unknown or already the
   * lead.
   */
  public void reassign(CommitmentRef ref, MinistryCode to, String reason, Person by) {
    Commitment commitment = lockInProgress(ref, by);
    Ministry ministry =
        Optional.ofNullable(directory.openMinistries().get(to))
            .orElseThrow(() -> ValidationError.invalid("commitment.unknownMinistry", ref, to));
    if (ministry.coordination()) {
      throw ValidationError.invalid("request.coordination", to);
    }
    if (!requireRepresented(commitment, by).equals(ministry.party())) {
      throw ValidationError.forbidden("request.otherParty", to);
    }
    if (commitment.leads().lead(to.party()).equals(to)) {
      throw ValidationError.conflict("request.same", to);
    }
    request(commitment, RequestKind.REASSIGNMENT, to.party(), to.value(), reason, by);
  }

  /** Withdraws a commitment and drops its open action items. Coordinators only. */
  public void withdraw(CommitmentRef ref, String reason, Person by) {
    Viewer.requireCoordinator(by);
    String why = checked(reason);
    Commitment commitment = lockInProgress(ref, by);
    close(
        commitment,
        CommitmentStatus.WITHDRAWN,
        CommitmentChange.Type.WITHDRAWN,
        null,
        why,
        by.id());
    processes.withdraw(ref);
  }

  /**
   * Splits off a part as a new commitment with the same theme, leads and deadline; the original
   * commitment continues. Coordinators only.
   *
   * @return the reference of the new commitment
   */
  public CommitmentRef split(CommitmentRef ref, LocalText wanted, String reason, Person by) {
    Viewer.requireCoordinator(by);
    LocalText title = NewCommitment.checkedTitle(ref, wanted);
    String why = checked(reason);
    Commitment commitment = lockInProgress(ref, by);
    meetings.lockTheme(ref.meeting(), ref.theme());
    lineages
        .partOf(ref, title)
        .ifPresent(
            part -> {
              throw ValidationError.conflict("split.same", ref, part);
            });
    CommitmentRef part =
        CommitmentRef.of(
            ref.meeting(), ref.theme(), lineages.lastPosition(ref.meeting(), ref.theme()) + 1);
    entry.enter(
        List.of(
            new NewCommitment(
                part,
                title,
                null,
                commitment.track(),
                commitment.leads(),
                commitment.deadline(),
                null,
                null)),
        by.id());
    change(ref, CommitmentChange.Type.SPLIT, null, part.value(), why, by.id());
    change(part, CommitmentChange.Type.SPLIT, ref.value(), null, why, by.id());
    processes.split(ref);
    return part;
  }

  /** Sets the priority, which the reminder policy can use. Coordinators only. */
  public void prioritise(CommitmentRef ref, Priority priority, String reason, Person by) {
    Viewer.requireCoordinator(by);
    String why = checked(reason);
    Commitment commitment = lockInProgress(ref, by);
    if (commitment.priority() == priority) {
      throw ValidationError.conflict("priority.same", ref);
    }
    lineages.setPriority(ref, priority);
    change(
        ref,
        CommitmentChange.Type.PRIORITY,
        commitment.priority().name(),
        priority.name(),
        why,
        by.id());
  }

  private void request(
      Commitment commitment,
      RequestKind kind,
      PartyCode party,
      String wanted,
      String reason,
      Person by) {
    CommitmentRef ref = commitment.ref();
    if (requests.pending(ref, kind).isPresent()) {
      throw ValidationError.conflict("request.pending", ref);
    }
    boolean decides = by.is(Role.COORDINATOR);
    requests.add(
        new CommitmentRequest(
            0,
            ref,
            kind,
            party,
            wanted,
            checked(reason),
            by.id(),
            decides ? CommitmentRequest.Status.GRANTED : CommitmentRequest.Status.ASKED,
            by.id(),
            null),
        clock.instant());
    if (!decides) {
      change(ref, kind.asked(), null, wanted, checked(reason), by.id());
    }
    processes.requested(ref, kind);
  }

  /**
   * Locks a commitment, so that concurrent actions run one after the other; rejects one that is
   * closed.
   */
  private Commitment lockInProgress(CommitmentRef ref, Person by) {
    commitments.lock(ref);
    Commitment commitment =
        commitments
            .find(ref, viewers.of(by))
            .orElseThrow(() -> ValidationError.notFound("commitment.unknown", ref));
    if (commitment.status() != CommitmentStatus.IN_PROGRESS) {
      throw ValidationError.conflict("commitment.closed", ref);
    }
    return commitment;
  }

  /**
   * Returns the party that the person represents; rejects focal points of other than the lead
   * ministry.
   */
  private static PartyCode requireRepresented(Commitment commitment, Person by) {
    MinistryCode workplace =
        by.workplace().orElseThrow(() -> ValidationError.forbidden("request.leadOnly"));
    boolean leads = commitment.leads().include(workplace);
    if (!leads && !by.is(Role.COORDINATOR)) {
      throw ValidationError.forbidden("request.leadOnly");
    }
    if (commitment.leads().find(workplace.party()).isEmpty()) {
      throw ValidationError.forbidden("request.noPart", workplace.party());
    }
    return workplace.party();
  }

  /**
   * Sets a final status, drops pending requests and records the change; the caller ends the
   * process.
   */
  public void close(
      Commitment commitment,
      CommitmentStatus status,
      CommitmentChange.Type what,
      @Nullable String to,
      @Nullable String reason,
      PersonId by) {
    if (commitments.close(commitment.ref(), status, BrusselsTime.today(clock)) != 1) {
      throw ValidationError.conflict("commitment.closed", commitment.ref());
    }
    requests.drop(commitment.ref());
    change(commitment.ref(), what, null, to, reason, by);
  }

  private void change(
      CommitmentRef ref,
      CommitmentChange.Type what,
      @Nullable String from,
      @Nullable String to,
      @Nullable String reason,
      PersonId by) {
    history.add(List.of(new CommitmentChange(ref, what, from, to, reason, clock.instant(), by)));
  }

  private static String checked(String reason) {
    return FreeText.reason(reason);
  }
}
