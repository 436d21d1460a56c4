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
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Country;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
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
 * What people do with a commitment that runs, each with its reason. A focal point of a lead
 * ministry asks, and the coordinators of his country decide in a task of theirs; what a coordinator
 * wants happens at once. Either way the process hears of it in a message.
 */
@Service
@Transactional
public class CommitmentActions {

  private final JdbcCommitments commitments;
  private final Meetings meetings;
  private final JdbcLineage lineages;
  private final JdbcRequests requests;
  private final JdbcHistory history;
  private final CommitmentEntry register;
  private final CommitmentProcesses processes;
  private final Directory directory;
  private final WorkingDays calendar;
  private final Clock clock;

  CommitmentActions(
      JdbcCommitments commitments,
      Meetings meetings,
      JdbcLineage lineages,
      JdbcRequests requests,
      JdbcHistory history,
      CommitmentEntry register,
      CommitmentProcesses processes,
      Directory directory,
      WorkingDays calendar,
      Clock clock) {
    this.commitments = commitments;
    this.meetings = meetings;
    this.lineages = lineages;
    this.requests = requests;
    this.history = history;
    this.register = register;
    this.processes = processes;
    this.directory = directory;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** What waits for a decision about a commitment. */
  @Transactional(readOnly = true)
  public List<CommitmentRequest> asked(CommitmentRef ref) {
    return requests.asked(ref);
  }

  /**
   * Another deadline. Refuses one that has passed, one that changes nothing, and a second request
   * while one waits.
   */
  public void extend(CommitmentRef ref, DeadlineRule asked, String reason, Person by) {
    Commitment commitment = running(ref, by);
    DeadlineRule wanted = asked.orInterval(commitment.deadline().interval());
    Country side = sideOf(commitment, by);
    Optional<LocalDate> dueOn =
        wanted.dueOn(commitments.summitOf(ref), commitment.owners().accountable(), calendar);
    if (dueOn.filter(day -> day.isBefore(BrusselsTime.today(clock))).isPresent()) {
      throw ValidationError.invalid("request.past", wanted);
    }
    if (wanted.equals(commitment.deadline())) {
      throw ValidationError.conflict("request.same", wanted);
    }
    request(commitment, RequestKind.EXTENSION, side, wanted.toString(), reason, by);
  }

  /** Another lead ministry of the same country; refuses one that is unknown or leads already. */
  public void reassign(CommitmentRef ref, MinistryCode to, String reason, Person by) {
    Commitment commitment = running(ref, by);
    Ministry ministry =
        Optional.ofNullable(directory.ministriesByCode().get(to))
            .orElseThrow(() -> ValidationError.invalid("commitment.unknownMinistry", ref, to));
    if (ministry.coordination()) {
      throw ValidationError.invalid("request.coordination", to);
    }
    if (sideOf(commitment, by) != ministry.country()) {
      throw ValidationError.forbidden("request.otherCountry", to);
    }
    if (commitment.owners().lead(to.country()).equals(to)) {
      throw ValidationError.conflict("request.same", to);
    }
    request(commitment, RequestKind.REASSIGNMENT, to.country(), to.value(), reason, by);
  }

  /** Takes a commitment out: its open action items fall away. Coordinators only. */
  public void withdraw(CommitmentRef ref, String reason, Person by) {
    Viewer.requireCoordinator(by);
    Commitment commitment = running(ref, by);
    close(
        commitment,
        CommitmentStatus.WITHDRAWN,
        CommitmentChange.What.WITHDRAWN,
        null,
        checked(reason),
        by.id());
    processes.withdraw(ref);
  }

  /**
   * Gives a part of a commitment to a new one of the same theme, owners and deadline; the
   * commitment itself goes on with the rest. Coordinators only.
   *
   * @return the reference of the new commitment
   */
  public CommitmentRef split(CommitmentRef ref, LocalText title, String reason, Person by) {
    Viewer.requireCoordinator(by);
    Commitment commitment = running(ref, by);
    meetings.lockTheme(ref.origin(), ref.theme());
    lineages
        .partOf(ref, title.fr())
        .ifPresent(
            part -> {
              throw ValidationError.conflict("split.same", ref, part);
            });
    CommitmentRef part =
        CommitmentRef.of(
            ref.origin(), ref.theme(), lineages.lastPosition(ref.origin(), ref.theme()) + 1);
    register.enter(
        List.of(
            new NewCommitment(
                part,
                title,
                null,
                commitment.track(),
                commitment.owners(),
                commitment.deadline(),
                null,
                null)),
        by.id());
    String why = checked(reason);
    change(ref, CommitmentChange.What.SPLIT, null, part.value(), why, by.id());
    change(part, CommitmentChange.What.SPLIT, ref.value(), null, why, by.id());
    processes.split(ref);
    return part;
  }

  /** How much a commitment matters, which the reminder policy may look at. Coordinators only. */
  public void prioritise(CommitmentRef ref, Priority priority, String reason, Person by) {
    Viewer.requireCoordinator(by);
    Commitment commitment = running(ref, by);
    if (commitment.priority() == priority) {
      throw ValidationError.conflict("priority.same", ref);
    }
    String why = checked(reason);
    lineages.priority(ref, priority);
    change(
        ref,
        CommitmentChange.What.PRIORITY,
        commitment.priority().name(),
        priority.name(),
        why,
        by.id());
  }

  private void request(
      Commitment commitment,
      RequestKind kind,
      Country country,
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
            country,
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

  /** A commitment in progress, locked: parallel acts on it run one after the other. */
  private Commitment running(CommitmentRef ref, Person by) {
    commitments.lock(ref);
    Commitment commitment =
        commitments
            .find(ref, Viewer.of(by))
            .orElseThrow(() -> ValidationError.notFound("commitment.unknown", ref));
    if (commitment.status() != CommitmentStatus.IN_PROGRESS) {
      throw ValidationError.conflict("commitment.closed", ref);
    }
    return commitment;
  }

  /** The country a person acts for; of the focal points only those of a lead ministry act. */
  private static Country sideOf(Commitment commitment, Person by) {
    MinistryCode workplace =
        by.workplace().orElseThrow(() -> ValidationError.forbidden("request.leadOnly"));
    boolean leads = commitment.owners().lead(workplace.country()).equals(workplace);
    if (!leads && !by.is(Role.COORDINATOR)) {
      throw ValidationError.forbidden("request.leadOnly");
    }
    return workplace.country();
  }

  public void close(
      Commitment commitment,
      CommitmentStatus status,
      CommitmentChange.What what,
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
      CommitmentChange.What what,
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
