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
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What one engine command changes in the read model, written in its transaction; new items wait for
 * the command's flush, so that many starts become few statements.
 */
public class ActionItemSession implements Session {

  private final ActionItemRecorder ledger;
  private final ObjectProvider<ProcessVariables> facts;
  private final WorkingDays calendar;
  private final Clock clock;
  private final List<OpenedItem> opened = new ArrayList<>();
  private final Map<CommitmentRef, DueOffset.Dates> dates = new HashMap<>();

  ActionItemSession(
      ActionItemRecorder ledger,
      ObjectProvider<ProcessVariables> facts,
      WorkingDays calendar,
      Clock clock) {
    this.ledger = ledger;
    this.facts = facts;
    this.calendar = calendar;
    this.clock = clock;
  }

  static ActionItemSession current() {
    return Context.getCommandContext().getSession(ActionItemSession.class);
  }

  void opened(DelegateTask task, Step step, DueOffset offset) {
    MinistryCode ministry = ministryOf(task);
    CommitmentRef ref = refOf(task.getExecution());
    LocalDate dueOn = dueOn(ref, step, offset, ministry).orElse(null);
    if (dueOn != null) {
      task.setDueDate(Date.from(BrusselsTime.endOf(dueOn)));
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
            offset));
  }

  private Optional<LocalDate> dueOn(
      CommitmentRef ref, Step step, DueOffset offset, MinistryCode ministry) {
    if (step == Step.EVIDENCE) {
      LocalDate end = ledger.evidence(ref).endOf(BrusselsTime.today(clock));
      return Optional.of(calendar.onOrBefore(end, ministry.country()));
    }
    return offset.actionItemDue(
        step == Step.TAKE_CHARGE,
        dates.computeIfAbsent(ref, ledger::dates),
        ministry.country(),
        calendar);
  }

  void assigned(DelegateTask task) {
    flush();
    String assignee = task.getAssignee();
    String acting = Context.getCommandContext().getAuthenticatedUserId();
    if (assignee != null && acting != null && !assignee.equals(acting)) {
      throw ValidationError.forbidden("actionItem.assignee", assignee);
    }
    if (assignee != null && acting != null) {
      ledger.own(task.getId(), refOf(task.getExecution()), new PersonId(acting));
    }
    ledger.assigned(task.getId(), assignee == null ? null : new PersonId(assignee));
  }

  /** A claim given back. */
  void updated(DelegateTask task) {
    assigned(task);
  }

  void done(DelegateTask task, Step step) {
    flush();
    CommitmentRef ref = refOf(task.getExecution());
    String acting = Context.getCommandContext().getAuthenticatedUserId();
    ActionItem item =
        acting == null
            ? ledger.open(task.getId(), ref)
            : ledger.own(task.getId(), ref, new PersonId(acting));
    StepOutcome outcome =
        SubmittedForm.of(task).read(step, item.ministry(), facts.getObject().of(ref));
    ledger.done(task.getId(), ref, step, outcome, personActing());
    if (step.repeated() && outcome instanceof StepOutcome.Reported reported) {
      // The task runs in the scope of its repetition, where the condition of its end is read.
      // Its counters are set too, since a completion could have brought others.
      DelegateExecution scope = task.getExecution();
      scope.setVariableLocal(ModelElements.ACHIEVED, reported.status() == ProgressStatus.DONE);
      scope.setVariableLocal(ModelElements.LOOP_COUNTER, 0);
      scope.setVariableLocal(ModelElements.LOOPS, ModelElements.MOST_LOOPS);
    }
  }

  /** Why a task cannot change whose process went on while the command read it. */
  ValidationError gone(DelegateTask task) {
    return ledger.closedError(task.getId());
  }

  void dropped(DelegateTask task) {
    flush();
    ledger.dropped(task.getId());
  }

  void fulfilled(DelegateExecution execution) {
    flush();
    ledger.fulfilled(refOf(execution), personActing());
  }

  @Override
  public void flush() {
    if (!opened.isEmpty()) {
      ledger.opened(List.copyOf(opened));
      opened.clear();
    }
  }

  @Override
  public void close() {
    opened.clear();
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
            () -> new IllegalStateException("No ministry for " + task.getTaskDefinitionKey()));
  }

  private static PersonId personActing() {
    @Nullable String user = Context.getCommandContext().getAuthenticatedUserId();
    return new PersonId(user == null ? "system" : user);
  }

  /** Makes one session for each engine command that needs it. */
  public record Factory(
      ObjectProvider<ActionItemRecorder> ledger,
      ObjectProvider<ProcessVariables> facts,
      WorkingDays calendar,
      Clock clock)
      implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return ActionItemSession.class;
    }

    @Override
    public Session openSession() {
      return new ActionItemSession(ledger.getObject(), facts, calendar, clock);
    }
  }
}
