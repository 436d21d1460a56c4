package eu.jalon.engine.task;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.OpenedItem;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.engine.model.ProcessVariables;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Updates action items in the transaction of an engine command. New items are written at the
 * command's flush, so that many starts need few statements.
 */
public class ActionItemSession implements Session {

  private final ActionItemRecorder recorder;
  private final ObjectProvider<ProcessVariables> variables;
  private final WorkingDays calendar;
  private final Clock clock;
  private final List<OpenedItem> opened = new ArrayList<>();
  private final Map<CommitmentRef, DueOffset.CommitmentDates> dates = new HashMap<>();
  private final Map<RepeatedItem, LocalDate> promised = new HashMap<>();

  /** An item that comes back after a report. */
  private record RepeatedItem(CommitmentRef ref, Step step, MinistryCode ministry) {}

  ActionItemSession(
      ActionItemRecorder recorder,
      ObjectProvider<ProcessVariables> variables,
      WorkingDays calendar,
      Clock clock) {
    this.recorder = recorder;
    this.variables = variables;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Returns the session of the engine command that runs. */
  public static ActionItemSession current() {
    return Context.getCommandContext().getSession(ActionItemSession.class);
  }

  void opened(DelegateTask task, Step step, DueOffset usual) {
    MinistryCode ministry = ministryOf(task);
    CommitmentRef ref = refOf(task.getExecution());
    LocalDate promise = promised.remove(new RepeatedItem(ref, step, ministry));
    DueOffset offset = promise == null ? usual : DueOffset.on(promise);
    LocalDate dueOn = dueOn(ref, step, offset, ministry).orElse(null);
    DueOffset dated =
        step == Step.EVIDENCE
            ? offset
            : offset.dated(dates(ref, ministry), ministry.party(), calendar);
    if (dueOn != null) {
      task.setDueDate(Date.from(calendar.endOf(dueOn, ministry.party())));
    }
    opened.add(
        new OpenedItem(
            new ActionItem(
                task.getId(),
                ref,
                step,
                ministry,
                dueOn == null ? null : new DueDate(dueOn),
                null,
                ActionItem.Status.OPEN,
                clock.instant(),
                null,
                null),
            dated));
  }

  private Optional<LocalDate> dueOn(
      CommitmentRef ref, Step step, DueOffset offset, MinistryCode ministry) {
    if (step == Step.EVIDENCE) {
      LocalDate end = recorder.lastDayOfInterval(ref);
      return Optional.of(calendar.onOrBefore(end, ministry.party()));
    }
    return offset.actionItemDue(
        step == Step.TAKE_CHARGE, dates(ref, ministry), ministry.party(), calendar);
  }

  /** Reads the dates of commitments whose processes are started, with one statement for all. */
  public void readDates(Collection<CommitmentRef> refs) {
    dates.putAll(recorder.dates(refs));
  }

  private DueOffset.Dates dates(CommitmentRef ref, MinistryCode ministry) {
    return dates
        .computeIfAbsent(ref, key -> Objects.requireNonNull(recorder.dates(List.of(key)).get(key)))
        .openedOn(today(ministry));
  }

  void assigned(DelegateTask task) {
    flush();
    PersonId assignee = person(task.getAssignee());
    PersonId acting = person(Context.getCommandContext().getAuthenticatedUserId());
    if (acting != null) {
      recorder.requireAssignable(task.getId(), refOf(task.getExecution()), assignee, acting);
    }
    recorder.assigned(task.getId(), assignee);
  }

  private static @Nullable PersonId person(@Nullable String id) {
    return id == null ? null : new PersonId(id);
  }

  /** A claim was released: the assignee is null. */
  void updated(DelegateTask task) {
    assigned(task);
  }

  void done(DelegateTask task, Step step) {
    flush();
    CommitmentRef ref = refOf(task.getExecution());
    String acting = Context.getCommandContext().getAuthenticatedUserId();
    ActionItem item =
        acting == null
            ? recorder.open(task.getId(), ref)
            : recorder.own(task.getId(), ref, new PersonId(acting));
    StepOutcome outcome =
        SubmittedForm.of(task).read(step, item.ministry(), variables.getObject().of(ref));
    recorder.done(task.getId(), ref, step, outcome, personActing());
    if (step.repeated() && outcome instanceof StepOutcome.Reported reported) {
      LocalDate nextOn = reported.nextOn();
      if (nextOn != null && nextOn.isAfter(today(item.ministry()))) {
        promised.put(new RepeatedItem(ref, step, item.ministry()), nextOn);
      }
      // The scope of the repetition, where its completion condition is evaluated. The counters are
      // reset because a completion request could have overwritten them.
      DelegateExecution scope = task.getExecution();
      scope.setVariableLocal(ModelElements.ACHIEVED, reported.status() == ProgressStatus.DONE);
      scope.setVariableLocal(ModelElements.LOOP_COUNTER, 0);
      scope.setVariableLocal(ModelElements.LOOPS, ModelElements.MAX_LOOPS);
    }
  }

  /** The error for a task that was completed or deleted while the command loaded it. */
  ValidationError gone(DelegateTask task) {
    return recorder.closedError(task.getId());
  }

  void dropped(DelegateTask task) {
    flush();
    recorder.dropped(task.getId());
  }

  void fulfilled(DelegateExecution execution) {
    flush();
    recorder.fulfilled(refOf(execution), personActing());
  }

  @Override
  public void flush() {
    if (!opened.isEmpty()) {
      recorder.opened(List.copyOf(opened));
      opened.clear();
    }
  }

  @Override
  public void close() {
    opened.clear();
    promised.clear();
  }

  private static CommitmentRef refOf(DelegateExecution execution) {
    return new CommitmentRef(execution.getProcessBusinessKey());
  }

  private static MinistryCode ministryOf(DelegateTask task) {
    return task.getCandidates().stream()
        .filter(link -> link.getGroupId() != null)
        .map(link -> new MinistryCode(link.getGroupId()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException("No candidate group on " + task.getTaskDefinitionKey()));
  }

  private LocalDate today(MinistryCode ministry) {
    return calendar.day(clock.instant(), ministry.party());
  }

  private static PersonId personActing() {
    @Nullable String user = Context.getCommandContext().getAuthenticatedUserId();
    return new PersonId(user == null ? "system" : user);
  }

  /** Opens a session per engine command. */
  public record Factory(
      ObjectProvider<ActionItemRecorder> recorder,
      ObjectProvider<ProcessVariables> variables,
      WorkingDays calendar,
      Clock clock)
      implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return ActionItemSession.class;
    }

    @Override
    public Session openSession() {
      return new ActionItemSession(recorder.getObject(), variables, calendar, clock);
    }
  }
}
