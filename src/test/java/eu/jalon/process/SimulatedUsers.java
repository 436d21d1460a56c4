package eu.jalon.process;

import eu.jalon.TestClock;
import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Commitments;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/** Plays the people of a commitment, through the doors they have. */
class SimulatedUsers {

  private final ActionItems items;
  private final Commitments commitments;
  private final Directory directory;
  private final ManagementService jobs;
  private final RuntimeService runtime;
  private final TestClock clock;

  SimulatedUsers(
      ActionItems items,
      Commitments commitments,
      Directory directory,
      ManagementService jobs,
      RuntimeService runtime,
      TestClock clock) {
    this.items = items;
    this.commitments = commitments;
    this.directory = directory;
    this.jobs = jobs;
    this.runtime = runtime;
    this.clock = clock;
  }

  static Map<String, String> report(String status) {
    return Map.of("progressStatus", status, "progressText", "Le travail avance comme prévu.");
  }

  Person person(String id) {
    return directory.person(new PersonId(id)).orElseThrow();
  }

  Commitment commitment(CommitmentRef ref) {
    return commitments.get(ref, person("coord-be"));
  }

  CommitmentStatus status(CommitmentRef ref) {
    return commitment(ref).status();
  }

  /** The open items of one party, coordinators' decisions included. */
  List<ActionItem> open(CommitmentRef ref, PartyCode party) {
    return items.of(ref).stream()
        .map(ActionItemView::item)
        .filter(item -> item.status() == ActionItem.Status.OPEN)
        .filter(item -> item.ministry().party().equals(party))
        .toList();
  }

  Optional<ActionItem> open(CommitmentRef ref, PartyCode party, Step step) {
    return open(ref, party).stream().filter(item -> item.step() == step).findFirst();
  }

  /** Does the open item of that step. */
  void act(CommitmentRef ref, PartyCode party, Step step, Map<String, String> fields) {
    ActionItem item =
        open(ref, party, step)
            .orElseThrow(
                () ->
                    new AssertionError(
                        "No " + step + " of " + party + " in " + ref + ": " + open(ref, party)));
    items.complete(item.id(), fields, staff(item.ministry()));
  }

  /** Lets one person of its ministry claim an item. */
  ActionItem takeAlone(CommitmentRef ref, PartyCode party, Step step) {
    ActionItem item = open(ref, party, step).orElseThrow();
    Person person = staff(item.ministry());
    items.assign(item.id(), person.id(), person);
    return open(ref, party, step).orElseThrow();
  }

  /** Takes charge, walks the track with good reports, draws the balance and validates. */
  void fulfil(CommitmentRef ref, PartyCode party, Map<Step, Map<String, String>> answers) {
    while (!open(ref, party).isEmpty()) {
      ActionItem item = open(ref, party).get(0);
      Map<String, String> fields =
          answers.getOrDefault(
              item.step(),
              switch (item.step().form()) {
                case TAKE_CHARGE -> Map.of();
                case REPORT -> report("DONE");
                case VALIDATE -> Map.of("decision", "FULFILLED");
                case APPROVAL_CHOICE -> Map.of("approvalNeeded", "NO");
                case DECIDE_REQUEST ->
                    Map.of("requestDecision", "GRANT", "decisionReason", "La demande est fondée.");
                case DECIDE_CLOSING ->
                    Map.of(
                        "closingDecision", "CARRY_OVER", "closingReason", "Le travail continue.");
              });
      items.complete(item.id(), fields, staff(item.ministry()));
    }
  }

  /** What was done on one side, in its order. */
  List<Step> done(CommitmentRef ref, PartyCode party) {
    return items.of(ref).stream()
        .map(ActionItemView::item)
        .filter(item -> item.status() == ActionItem.Status.DONE)
        .filter(item -> item.ministry().party().equals(party))
        .map(ActionItem::step)
        .toList();
  }

  List<CommitmentChange.Type> changes(CommitmentRef ref) {
    return commitments.changes(ref).stream().map(CommitmentChange::type).toList();
  }

  /** Lets time pass, and the engine run what is due by then. */
  void moveTo(String brusselsTime) {
    clock.moveTo(brusselsTime);
    ClockUtil.setCurrentTime(Date.from(clock.instant()));
    for (Job job : jobs.createJobQuery().timers().executable().list()) {
      jobs.executeJob(job.getId());
    }
  }

  /** When the running interval of a standing cooperation is over, in Brussels. */
  String waitsUntil(CommitmentRef ref) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(ref.value())
        .processDefinitionKey("trackStandingCooperation")
        .list()
        .stream()
        .flatMap(
            instance ->
                jobs.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
        .map(job -> job.getDuedate().toInstant().atZone(BrusselsTime.ZONE).toLocalDateTime())
        .map(LocalDateTime::toString)
        .findFirst()
        .orElseThrow();
  }

  private Person staff(MinistryCode ministry) {
    return directory.staff().getOrDefault(ministry, List.of()).stream().findFirst().orElseThrow();
  }
}
