package eu.jalon.register;

import eu.jalon.directory.Person;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Page;
import eu.jalon.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be done, by which ministry and by when. */
@Service
@Transactional
public class ActionItems {

  private static final int SHEET_SLICE = 1000;

  private final JdbcActionItems items;
  private final CommitmentProcesses processes;
  private final Clock clock;

  ActionItems(JdbcActionItems items, CommitmentProcesses processes, Clock clock) {
    this.items = items;
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
        .orElseThrow(() -> Refusal.notFound("actionItem.unknown", id));
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

  /**
   * A slice of the open items due on or before a day, in the order of their ids; the first slice is
   * after the empty string, and an empty slice is the end.
   */
  @Transactional(readOnly = true)
  public List<ActionItemView> sheet(LocalDate dueUntil, String afterId) {
    return items.sheet(dueUntil, afterId, SHEET_SLICE);
  }

  /**
   * A slice of the open items that got another date on or after a day, in the order of their ids;
   * the first slice is after the empty string, and an empty slice is the end.
   */
  @Transactional(readOnly = true)
  public List<ActionItemView> moved(LocalDate since, String afterId) {
    return items.moved(since, afterId, SHEET_SLICE);
  }

  /** Those of the given items that are still to be done, earliest due first. */
  @Transactional(readOnly = true)
  public List<ActionItemView> stillOpen(Collection<String> ids) {
    return items.stillOpen(ids);
  }

  /**
   * Completes an item as the given person, by the same rules as the form in Tasklist; refuses what
   * is not his, what is done already, and fields the step does not have.
   */
  public void complete(String id, Map<String, String> fields, Person person) {
    ActionItem item = get(id, person).item();
    if (item.status() != ActionItem.Status.OPEN) {
      throw Refusal.conflict("actionItem.closed", item.ref());
    }
    StepOutcome.read(item.step(), item.ministry(), fields);
    processes.complete(id, fields, person);
  }

  private LocalDate today() {
    return BrusselsTime.today(clock);
  }
}
