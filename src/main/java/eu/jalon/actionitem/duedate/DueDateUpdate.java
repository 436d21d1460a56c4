package eu.jalon.actionitem.duedate;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.commitment.deadline.EvidenceSchedule;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Recomputes the due dates of the open action items of commitments and stores them in the read
 * model and, through the port, in the engine. The number of statements does not depend on the
 * number of items.
 */
@Component
public class DueDateUpdate {

  private final JdbcDueDates dates;
  private final CommitmentProcesses processes;
  private final WorkingDays calendar;
  private final Clock clock;

  DueDateUpdate(
      JdbcDueDates dates, CommitmentProcesses processes, WorkingDays calendar, Clock clock) {
    this.dates = dates;
    this.processes = processes;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** The inputs of a due date; many items share them. */
  private record DueDateInputs(
      Step step, DueOffset offset, DueOffset.Dates dates, PartyCode party) {}

  /** Updates due dates and marks the changed items, so that their ministries are notified. */
  public void update(Collection<CommitmentRef> refs) {
    update(refs, BrusselsTime.today(clock));
  }

  /** Updates due dates after a model migration, without notifying the ministries. */
  public void updateWithoutNotice(Collection<CommitmentRef> refs) {
    update(refs, null);
  }

  private void update(Collection<CommitmentRef> refs, @Nullable LocalDate movedOn) {
    Map<DueDateInputs, @Nullable LocalDate> computed = new HashMap<>();
    List<CommitmentProcesses.TaskDate> changed = new ArrayList<>();
    Map<CommitmentRef, LocalDate> intervals = new HashMap<>();
    for (JdbcDueDates.DatedItem item : dates.openItems(refs)) {
      @Nullable LocalDate due = dueOn(item, computed);
      if (!Objects.equals(due, item.dueOn())) {
        changed.add(
            new CommitmentProcesses.TaskDate(
                item.id(), due, due == null ? null : calendar.endOf(due, item.ministry().party())));
      }
    }
    LocalDate today = BrusselsTime.today(clock);
    dates.schedules(refs).forEach((ref, schedule) -> intervals.put(ref, schedule.endOf(today)));
    dates.updateItems(changed, movedOn);
    processes.updateDueDates(changed, intervals);
  }

  private @Nullable LocalDate dueOn(
      JdbcDueDates.DatedItem item, Map<DueDateInputs, @Nullable LocalDate> computed) {
    if (item.step() == Step.EVIDENCE) {
      return calendar.onOrBefore(endOfInterval(item), item.ministry().party());
    }
    DueDateInputs key =
        new DueDateInputs(
            item.step(),
            item.offset(),
            new DueOffset.Dates(item.openedOn(), item.deadline(), item.summit()),
            item.ministry().party());
    if (!computed.containsKey(key)) {
      computed.put(
          key,
          key.offset()
              .actionItemDue(key.step() == Step.TAKE_CHARGE, key.dates(), key.party(), calendar)
              .orElse(null));
    }
    return computed.get(key);
  }

  private LocalDate endOfInterval(JdbcDueDates.DatedItem item) {
    return EvidenceSchedule.of(item.enteredOn(), item.rule(), item.deadline(), item.summit())
        .endOf(BrusselsTime.today(clock));
  }
}
