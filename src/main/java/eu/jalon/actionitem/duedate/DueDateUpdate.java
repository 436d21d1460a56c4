package eu.jalon.actionitem.duedate;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.deadline.DateChange;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.commitment.deadline.EvidenceSchedule;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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
      boolean firstStep, DueOffset offset, DueOffset.Dates dates, PartyCode party) {}

  /** An item whose due date changes. */
  private record NewDate(JdbcDueDates.DatedItem item, @Nullable LocalDate due) {}

  /**
   * Updates due dates and marks the changed items, so that their ministries are notified.
   *
   * @return the ministry of each changed item
   */
  public List<MinistryCode> update(Collection<CommitmentRef> refs) {
    return update(refs, true);
  }

  /**
   * Returns what {@link #update} would return once a meeting has another date, without writing
   * anything.
   *
   * @param deadlines the dates of all commitments that depend on the meeting
   * @param meeting the new date of the meeting, absent if it is removed
   */
  public List<MinistryCode> preview(Collection<DateChange> deadlines, @Nullable LocalDate meeting) {
    Map<CommitmentRef, Optional<LocalDate>> byRef =
        deadlines.stream().collect(Collectors.toMap(DateChange::ref, DateChange::to));
    List<JdbcDueDates.DatedItem> items =
        dates.openItems(byRef.keySet()).stream()
            .map(
                item ->
                    item.with(
                        byRef.getOrDefault(item.ref(), Optional.empty()).orElse(null), meeting))
            .toList();
    return ministries(changed(items));
  }

  /** Updates due dates after a model migration, without notifying the ministries. */
  public void updateWithoutNotice(Collection<CommitmentRef> refs) {
    update(refs, false);
  }

  /**
   * Gives a ministry that took over an open item the minimum number of working days, if it is due
   * earlier: an item is not overdue because another ministry leads.
   */
  public void handedOver(CommitmentRef ref, String id) {
    dates
        .openItem(id)
        .filter(item -> item.step() != Step.EVIDENCE)
        .ifPresent(
            item -> {
              LocalDate due = item.dueOn();
              LocalDate earliest =
                  DueOffset.earliest(dates(item).openedOn(), item.ministry().party(), calendar);
              if (due != null && due.isBefore(earliest)) {
                dates.setOffset(
                    id,
                    item.offset().on() == null ? item.offset().undated() : DueOffset.on(earliest));
              }
            });
    updateWithoutNotice(List.of(ref));
  }

  private List<MinistryCode> update(Collection<CommitmentRef> refs, boolean notified) {
    List<JdbcDueDates.DatedItem> items = dates.openItems(refs);
    List<NewDate> newDates = changed(items);
    dates.setOffsets(firstDated(items));
    List<CommitmentProcesses.TaskDate> changed = newDates.stream().map(this::taskDate).toList();
    Map<CommitmentRef, Instant> intervals = new HashMap<>();
    dates
        .cooperations(refs)
        .forEach(
            (ref, each) ->
                intervals.put(ref, calendar.afterEndOf(endOfInterval(each), each.accountable())));
    // The day of the reminder round that tells of the change.
    dates.updateItems(changed, notified ? BrusselsTime.today(clock) : null);
    dates.copyFromCommitments(refs);
    processes.updateDueDates(changed, intervals);
    return ministries(newDates);
  }

  /** The offsets of items that get their first date, with their ids. */
  private Map<DueOffset, List<String>> firstDated(List<JdbcDueDates.DatedItem> items) {
    Map<DueOffset, List<String>> offsets = new HashMap<>();
    for (JdbcDueDates.DatedItem item : items) {
      if (item.step() != Step.EVIDENCE) {
        DueOffset dated = item.offset().dated(dates(item), item.ministry().party(), calendar);
        if (!dated.equals(item.offset())) {
          offsets.computeIfAbsent(dated, each -> new ArrayList<>()).add(item.id());
        }
      }
    }
    return offsets;
  }

  private List<NewDate> changed(List<JdbcDueDates.DatedItem> items) {
    Map<DueDateInputs, @Nullable LocalDate> computed = new HashMap<>();
    return items.stream()
        .map(item -> new NewDate(item, dueOn(item, computed)))
        .filter(each -> !Objects.equals(each.due(), each.item().dueOn()))
        .toList();
  }

  private static List<MinistryCode> ministries(List<NewDate> changed) {
    return changed.stream().map(each -> each.item().ministry()).toList();
  }

  private CommitmentProcesses.TaskDate taskDate(NewDate changed) {
    LocalDate due = changed.due();
    return new CommitmentProcesses.TaskDate(
        changed.item().id(),
        due,
        due == null ? null : calendar.endOf(due, changed.item().ministry().party()));
  }

  private @Nullable LocalDate dueOn(
      JdbcDueDates.DatedItem item, Map<DueDateInputs, @Nullable LocalDate> computed) {
    if (item.step() == Step.EVIDENCE) {
      return calendar.onOrBefore(endOfInterval(item.cooperation()), item.ministry().party());
    }
    DueDateInputs key =
        new DueDateInputs(item.isFirstStep(), item.offset(), dates(item), item.ministry().party());
    if (!computed.containsKey(key)) {
      computed.put(
          key,
          key.offset()
              .actionItemDue(key.firstStep(), key.dates(), key.party(), calendar)
              .orElse(null));
    }
    return computed.get(key);
  }

  private DueOffset.Dates dates(JdbcDueDates.DatedItem item) {
    return new DueOffset.Dates(
        calendar.day(item.openedAt(), item.ministry().party()),
        item.cooperation().deadline(),
        item.cooperation().summit());
  }

  private LocalDate endOfInterval(JdbcDueDates.Cooperation cooperation) {
    PartyCode party = cooperation.accountable();
    return EvidenceSchedule.of(
            calendar.day(cooperation.enteredAt(), party),
            cooperation.rule(),
            cooperation.deadline(),
            cooperation.summit())
        .endOf(calendar.day(clock.instant(), party));
  }
}
