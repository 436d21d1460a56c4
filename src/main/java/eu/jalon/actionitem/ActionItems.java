package eu.jalon.actionitem;

import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.directory.Viewers;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Queries and completes action items, restricted to what the user may see. */
@Service
@Transactional
public class ActionItems {

  private final JdbcActionItems items;
  private final JdbcCommitments commitments;
  private final CommitmentProcesses processes;
  private final Directory directory;
  private final Viewers viewers;
  private final Today today;

  ActionItems(
      JdbcActionItems items,
      JdbcCommitments commitments,
      CommitmentProcesses processes,
      Directory directory,
      Viewers viewers,
      Today today) {
    this.items = items;
    this.commitments = commitments;
    this.processes = processes;
    this.directory = directory;
    this.viewers = viewers;
    this.today = today;
  }

  /** Returns a page of the open action items that the person may see. */
  @Transactional(readOnly = true)
  public Page<ActionItemView> page(ActionItemFilter filter, Person person, Page.Request at) {
    return items.page(filter, viewers.lists(person), today.of(person), at);
  }

  /**
   * Returns an open or closed action item.
   *
   * @throws ValidationError {@code actionItem.unknown} if it does not exist or the person may not
   *     see it
   */
  @Transactional(readOnly = true)
  public ActionItemView get(String id, Person person) {
    return items
        .find(id, viewers.of(person))
        .orElseThrow(() -> ValidationError.notFound("actionItem.unknown", id));
  }

  /** Returns those of the given items that the person may see, by id. */
  @Transactional(readOnly = true)
  public Map<String, ActionItemView> views(Collection<String> ids, Person person) {
    return ids.isEmpty()
        ? Map.of()
        : items.views(ids, viewers.of(person)).stream()
            .collect(Collectors.toMap(view -> view.item().id(), Function.identity()));
  }

  /**
   * Returns all action items of a commitment, including closed ones, and those that were completed
   * under its earlier references; oldest first.
   */
  @Transactional(readOnly = true)
  public List<ActionItemView> of(CommitmentRef ref) {
    return items.withEarlier(ref);
  }

  /**
   * Returns the open item of a ministry at one step of each of the commitments, where it has one.
   */
  @Transactional(readOnly = true)
  public Map<CommitmentRef, ActionItem> open(
      Step step, MinistryCode ministry, Collection<CommitmentRef> refs) {
    return items.open(step, ministry, refs).stream()
        .map(ActionItemView::item)
        .collect(Collectors.toMap(ActionItem::ref, Function.identity(), (one, other) -> one));
  }

  /** Returns the number of overdue items of each ministry, highest first; coordinators only. */
  @Transactional(readOnly = true)
  public List<MinistryOverdue> overdueByMinistry(Person person) {
    return items.overdueByMinistry(today.of(person), viewers.coordinatorLists(person));
  }

  /** Returns those of the given items that were completed, not dropped. */
  @Transactional(readOnly = true)
  public Set<String> done(Collection<String> ids) {
    return ids.isEmpty() ? Set.of() : items.done(ids);
  }

  /**
   * Completes an item as the given person, with the same rules as the form in Tasklist. Rejects an
   * item of another ministry, a closed one, and fields that the form does not have.
   */
  public void complete(String id, Map<String, String> fields, Person person) {
    ActionItem item = lockOpen(id, person);
    StepOutcome.read(item.step(), item.ministry(), fields);
    processes.complete(id, fields, person);
  }

  /** Releases an item, so that any colleague of its ministry can claim it. */
  public void release(String id, Person by) {
    if (!lockOpen(id, by).isReleasableBy(by)) {
      throw ValidationError.forbidden("actionItem.notYours", id);
    }
    processes.assign(id, null, by);
  }

  /** Assigns an item to a person who may complete it. */
  public void assign(String id, PersonId assignee, Person by) {
    ActionItem item = lockOpen(id, by);
    if (!item.isAssignableBy(by)) {
      throw ValidationError.forbidden("actionItem.notYours", id);
    }
    if (directory.person(assignee).filter(item::isFor).isEmpty()) {
      throw ValidationError.invalid("actionItem.assignee", assignee);
    }
    processes.assign(id, assignee, by);
  }

  /** Returns the people to whom an item can be assigned, in the order of their ids. */
  @Transactional(readOnly = true)
  public List<Person> assignees(ActionItem item) {
    return directory.staff().getOrDefault(item.ministry(), List.of()).stream()
        .filter(item::isFor)
        .filter(person -> !person.id().equals(item.assignee()))
        .toList();
  }

  /** Returns whether it is open and the person may complete it. */
  public boolean isOwn(ActionItem item, Person person) {
    return item.isFor(person);
  }

  /**
   * Returns an open item that the person may complete; rejects one that is closed or of another
   * ministry.
   */
  public ActionItem own(String id, Person person) {
    ActionItem item = open(id, person);
    if (!isOwn(item, person)) {
      throw ValidationError.forbidden("actionItem.notYours", id);
    }
    return item;
  }

  /** Returns an open item that the person may see; rejects a closed one. */
  @Transactional(readOnly = true)
  public ActionItem open(String id, Person person) {
    ActionItem item = get(id, person).item();
    if (item.status() != ActionItem.Status.OPEN) {
      throw item.closedError();
    }
    return item;
  }

  /**
   * Returns an open item after locking its commitment, so that concurrent actions run one after the
   * other.
   */
  private ActionItem lockOpen(String id, Person person) {
    commitments.lock(open(id, person).ref());
    return open(id, person);
  }
}
