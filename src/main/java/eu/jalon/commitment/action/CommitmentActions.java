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
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.commitment.proposal.ProposalEntry;
import eu.jalon.commitment.request.CommitmentRequest;
import eu.jalon.commitment.request.JdbcRequests;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Today;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.Meetings;
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
  private final ProposalEntry proposals;
  private final CommitmentProcesses processes;
  private final Directory directory;
  private final WorkingDays calendar;
  private final Viewers viewers;
  private final Today today;
  private final Clock clock;

  CommitmentActions(
      JdbcCommitments commitments,
      Meetings meetings,
      JdbcLineage lineages,
      JdbcRequests requests,
      JdbcHistory history,
      CommitmentEntry entry,
      ProposalEntry proposals,
      CommitmentProcesses processes,
      Directory directory,
      WorkingDays calendar,
      Viewers viewers,
      Today today,
      Clock clock) {
    this.commitments = commitments;
    this.meetings = meetings;
    this.lineages = lineages;
    this.requests = requests;
    this.history = history;
    this.entry = entry;
    this.proposals = proposals;
    this.processes = processes;
    this.directory = directory;
    this.calendar = calendar;
    this.viewers = viewers;
    this.today = today;
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
   *
   * @return the proposal to the other parties that it became, if it ends after the next meeting and
   *     a coordinator decided it
   */
  public Optional<Proposal> extend(
      CommitmentRef ref, DeadlineRule requested, String reason, Person by) {
    Commitment commitment = lockInProgress(ref, by);
    DeadlineRule wanted = requested.orInterval(commitment.deadline().interval());
    PartyCode party = requireRepresented(commitment, by);
    Optional<LocalDate> dueOn =
        wanted.dueOn(commitments.summitDate(ref), commitment.leads().accountable(), calendar);
    dueOn
        .filter(day -> day.isBefore(today.of(commitment.leads().accountable())))
        .ifPresent(
            day -> {
              throw ValidationError.invalid("request.past", day);
            });
    if (wanted.equals(commitment.deadline())) {
      throw ValidationError.conflict("request.sameDeadline");
    }
    Proposal.Act act = Proposal.Act.extension(commitment, wanted);
    if (proposals.isOpen(ref, act)) {
      throw ValidationError.conflict("proposal.open", ref);
    }
    request(commitment, RequestKind.EXTENSION, party, null, wanted.toString(), reason, by);
    return proposals.open(ref, act);
  }

  /**
   * Requests another due date for an action item of a party; the caller has checked the day.
   *
   * @param party the party of the item's ministry
   */
  public void extendItem(
      CommitmentRef ref, String item, PartyCode party, LocalDate day, String reason, Person by) {
    Commitment commitment = lockInProgress(ref, by);
    if (!requireRepresented(commitment, by).equals(party)) {
      throw ValidationError.forbidden("request.otherItem", party);
    }
    request(commitment, RequestKind.EXTENSION, party, item, day.toString(), reason, by);
  }

  /**
   * Requests that the coordinators choose another lead ministry of the same party. Coordinators
   * name it themselves.
   */
  public void handBack(CommitmentRef ref, String reason, Person by) {
    String why = FreeText.reason(reason);
    Commitment commitment = lockInProgress(ref, by);
    PartyCode party = requireRepresented(commitment, by);
    if (by.is(Role.COORDINATOR)) {
      throw ValidationError.ofField("request.missing", "ministry");
    }
    request(commitment, RequestKind.REASSIGNMENT, party, null, null, why, by);
  }

  /**
   * Withdraws a pending request: its ministry changed its mind. Allowed to the person who made it
   * and to focal points of the lead ministry of its party. Rejects one that was decided.
   */
  public void retract(CommitmentRef ref, long id, Person by) {
    Commitment commitment = lockInProgress(ref, by);
    CommitmentRequest request =
        requests
            .find(id)
            .filter(found -> found.ref().equals(ref))
            .orElseThrow(() -> ValidationError.notFound("request.unknown", ref));
    boolean leads = by.workplace().filter(own -> commitment.leads().include(own)).isPresent();
    if (request.status() != CommitmentRequest.Status.ASKED) {
      throw ValidationError.conflict("request.decided", ref);
    }
    if (!request.isRetractableBy(by, leads)) {
      throw ValidationError.forbidden("request.notYours");
    }
    requests.end(id, CommitmentRequest.Status.WITHDRAWN);
    change(
        ref, request.kind().retracted(), request.actionItemId(), request.wanted(), null, by.id());
    processes.requestEnded(ref, request.kind());
  }

  /**
   * Returns the requests about a commitment that wait for a decision, then those that a coordinator
   * decided, latest first.
   */
  @Transactional(readOnly = true)
  public List<CommitmentRequest> requests(CommitmentRef ref) {
    return requests.shown(ref);
  }

  /** Rejects a ministry that cannot become the lead of its party. */
  public void requirePossibleLead(Commitment commitment, MinistryCode to) {
    Ministry ministry =
        Optional.ofNullable(directory.openMinistries().get(to))
            .orElseThrow(
                () -> ValidationError.invalid("commitment.unknownMinistry", commitment.ref(), to));
    if (ministry.coordination()) {
      throw ValidationError.invalid("request.coordination", to);
    }
    if (commitment.leads().find(to.party()).filter(to::equals).isPresent()) {
      throw ValidationError.conflict("request.same", to);
    }
  }

  /**
   * Requests another lead ministry of the same party. Rejects one that is unknown or already the
   * lead.
   */
  public void reassign(CommitmentRef ref, MinistryCode to, String reason, Person by) {
    Commitment commitment = lockInProgress(ref, by);
    requirePossibleLead(commitment, to);
    if (!requireRepresented(commitment, by).equals(to.party())) {
      throw ValidationError.forbidden("request.otherParty", to);
    }
    request(commitment, RequestKind.REASSIGNMENT, to.party(), null, to.value(), reason, by);
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
                null,
                commitment.restricted())),
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
      @Nullable String item,
      @Nullable String wanted,
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
            item,
            wanted,
            null,
            checked(reason),
            clock.instant(),
            by.id(),
            decides ? CommitmentRequest.Status.GRANTED : CommitmentRequest.Status.ASKED,
            by.id(),
            null,
            null));
    if (!decides) {
      change(ref, kind.asked(), item, wanted, checked(reason), by.id());
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
    if (commitments.close(commitment.ref(), status, today.of(commitment.leads().accountable()))
        != 1) {
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
