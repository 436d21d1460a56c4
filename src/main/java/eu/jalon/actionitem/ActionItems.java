package eu.jalon.actionitem;

import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be done, by which ministry and by when. */
@Service
@Transactional
public class ActionItems {

  private final JdbcActionItems items;
  private final JdbcCommitments commitments;
  private final CommitmentProcesses processes;
  private final Clock clock;

  ActionItems(
      JdbcActionItems items,
      JdbcCommitments commitments,
      CommitmentProcesses processes,
      Clock clock) {
    this.items = items;
    this.commitments = commitments;
    this.processes = processes;
    this.clock = clock;
  }

  /** Open action items as far as the person may see them. */
  @Transactional(readOnly = true)
  public Page<ActionItemView> page(ActionItemFilter filter, Person person, Page.Request at) {
    return items.page(filter, Viewer.of(person), today(), at);
  }

  /** One action item, open or closed; refuses one that does not exist or is not his to see. */
  @Transactional(readOnly = true)
  public ActionItemView get(String id, Person person) {
    return items
        .find(id, Viewer.of(person))
        .orElseThrow(() -> ValidationError.notFound("actionItem.unknown", id));
  }

  /** Those of the given items that the person may see, by their ids. */
  @Transactional(readOnly = true)
  public Map<String, ActionItemView> views(Collection<String> ids, Person person) {
    return ids.isEmpty()
        ? Map.of()
        : items.views(ids, Viewer.of(person)).stream()
            .collect(Collectors.toMap(view -> view.item().id(), Function.identity()));
  }

  /** Every action item of a commitment, closed ones included, oldest first. */
  @Transactional(readOnly = true)
  public List<ActionItemView> of(CommitmentRef ref) {
    return items.of(ref);
  }

  /** Overdue items counted by ministry, most first. */
  @Transactional(readOnly = true)
  public List<MinistryOverdue> overdueByMinistry() {
    return items.overdueByMinistry(today());
  }

  /** Those of the given items that were done, and did not fall away. */
  @Transactional(readOnly = true)
  public Set<String> done(Collection<String> ids) {
    return ids.isEmpty() ? Set.of() : items.done(ids);
  }

  /**
   * Completes an item as the given person, by the same rules as the form in Tasklist; refuses what
   * is not his, what is done already, and fields the step does not have.
   */
  public void complete(String id, Map<String, String> fields, Person person) {
    ActionItem item = lockOpen(id, person);
    StepOutcome.read(item.step(), item.ministry(), fields);
    processes.complete(id, fields, person);
  }

  /** Whether it is open and his ministry's to do; only coordinators do what is theirs. */
  public boolean isOwn(ActionItem item, Person person) {
    return item.isFor(person);
  }

  /** An open item that is his to do; refuses one that is closed or another ministry's. */
  public ActionItem own(String id, Person person) {
    ActionItem item = open(id, person);
    if (!isOwn(item, person)) {
      throw ValidationError.forbidden("actionItem.notYours", id);
    }
    return item;
  }

  /** An open item that the person may see; refuses a closed one with who completed it. */
  @Transactional(readOnly = true)
  public ActionItem open(String id, Person person) {
    ActionItem item = get(id, person).item();
    if (item.status() != ActionItem.Status.OPEN) {
      throw item.closed();
    }
    return item;
  }

  /** The same, with its commitment locked: parallel acts on it run one after the other. */
  private ActionItem lockOpen(String id, Person person) {
    commitments.lock(open(id, person).ref());
    return open(id, person);
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
