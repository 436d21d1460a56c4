package eu.jalon.actionitem.duedate;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.commitment.deadline.EvidenceSchedule;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Country;
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
 * Brings the open action items of commitments to the dates that follow from the commitments' own:
 * in the read model and, through the port, in the engine; a few batches, however many items.
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

  /** What the due date of an item follows from; many items share it. */
  private record Key(Step step, DueOffset offset, DueOffset.Dates dates, Country country) {}

  /** The owners of what changes hear of it. */
  public void redate(Collection<CommitmentRef> refs) {
    redate(refs, BrusselsTime.today(clock));
  }

  /** Nobody moved anything: the model counts otherwise. */
  public void redateQuietly(Collection<CommitmentRef> refs) {
    redate(refs, null);
  }

  private void redate(Collection<CommitmentRef> refs, @Nullable LocalDate movedOn) {
    Map<Key, @Nullable LocalDate> known = new HashMap<>();
    List<CommitmentProcesses.TaskDate> changed = new ArrayList<>();
    Map<CommitmentRef, LocalDate> intervals = new HashMap<>();
    for (JdbcDueDates.OpenItem item : dates.openItems(refs)) {
      @Nullable LocalDate due = dueOn(item, known);
      if (!Objects.equals(due, item.dueOn())) {
        changed.add(new CommitmentProcesses.TaskDate(item.id(), due));
      }
    }
    LocalDate today = BrusselsTime.today(clock);
    dates.schedules(refs).forEach((ref, schedule) -> intervals.put(ref, schedule.endOf(today)));
    dates.items(changed, movedOn);
    processes.redate(changed, intervals);
  }

  private @Nullable LocalDate dueOn(
      JdbcDueDates.OpenItem item, Map<Key, @Nullable LocalDate> known) {
    if (item.step() == Step.EVIDENCE) {
      return calendar.onOrBefore(endOfInterval(item), item.ministry().country());
    }
    Key key =
        new Key(
            item.step(),
            item.offset(),
            new DueOffset.Dates(item.openedOn(), item.deadline(), item.summit()),
            item.ministry().country());
    if (!known.containsKey(key)) {
      known.put(
          key,
          key.offset()
              .actionItemDue(key.step() == Step.TAKE_CHARGE, key.dates(), key.country(), calendar)
              .orElse(null));
    }
    return known.get(key);
  }

  private LocalDate endOfInterval(JdbcDueDates.OpenItem item) {
    return EvidenceSchedule.of(item.enteredOn(), item.rule(), item.deadline(), item.summit())
        .endOf(BrusselsTime.today(clock));
  }
}
