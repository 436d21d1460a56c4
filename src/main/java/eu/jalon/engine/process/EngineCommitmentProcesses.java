package eu.jalon.engine.process;

import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.commitment.process.RequestKind;
import eu.jalon.directory.Person;
import eu.jalon.engine.access.EngineAuthentication;
import eu.jalon.engine.access.SeriesTenants;
import eu.jalon.engine.fault.EngineExceptions;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.engine.model.ProcessVariables;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Runs the processes of commitments on Camunda. */
@Component
class EngineCommitmentProcesses implements CommitmentProcesses {

  private static final Logger LOG = LoggerFactory.getLogger(EngineCommitmentProcesses.class);

  private final ProcessEngineConfigurationImpl configuration;
  private final RuntimeService runtime;
  private final FormService forms;
  private final TaskService tasks;
  private final EngineAuthentication authentication;
  private final JdbcTaskDates dates;
  private final ObjectProvider<ActionItemRecorder> recorder;

  EngineCommitmentProcesses(
      ProcessEngineConfigurationImpl configuration,
      RuntimeService runtime,
      FormService forms,
      TaskService tasks,
      EngineAuthentication authentication,
      JdbcTaskDates dates,
      ObjectProvider<ActionItemRecorder> recorder) {
    this.configuration = configuration;
    this.runtime = runtime;
    this.forms = forms;
    this.tasks = tasks;
    this.authentication = authentication;
    this.dates = dates;
    this.recorder = recorder;
  }

  /** Starts all in one engine command, whose flush writes them in batches. */
  @Override
  public Map<CommitmentRef, String> start(String series, List<Start> starts) {
    if (starts.isEmpty()) {
      return Map.of();
    }
    Started started =
        configuration
            .getCommandExecutorTxRequired()
            .execute(
                context -> {
                  Map<CommitmentRef, String> instances = new LinkedHashMap<>();
                  for (Start start : starts) {
                    instances.put(
                        start.ref(),
                        runtime
                            .startProcessInstanceByKey(
                                ModelElements.FOLLOW_UP,
                                start.ref().value(),
                                SeriesTenants.with(series, ProcessVariables.variables(start)))
                            .getId());
                  }
                  return new Started(context, instances);
                });
    clearCache(started.command());
    return started.instances();
  }

  private record Started(CommandContext command, Map<CommitmentRef, String> instances) {}

  /**
   * Clears the entity cache of a command that has been flushed. The transaction keeps each
   * command's context until it ends, about 40 KB per process: thousands of processes in one
   * transaction would exhaust the heap.
   */
  private static void clearCache(CommandContext written) {
    DbEntityManager entities = written.getDbEntityManager();
    entities.setDbEntityCache(new DbEntityCache());
    entities.setDbOperationManager(new DbOperationManager());
  }

  @Override
  public void complete(String actionItemId, Map<String, String> fields, Person by) {
    change(
        actionItemId,
        by,
        () -> forms.submitTaskForm(actionItemId, new HashMap<String, Object>(fields)));
  }

  @Override
  public void assign(String actionItemId, @Nullable PersonId assignee, Person by) {
    change(
        actionItemId,
        by,
        () -> tasks.setAssignee(actionItemId, assignee == null ? null : assignee.value()));
  }

  @Override
  public void transfer(PersonId from, @Nullable PersonId to) {
    EngineExceptions.translate(
        () ->
            tasks.createTaskQuery().taskAssignee(from.value()).list().stream()
                .map(Task::getId)
                .sorted()
                .forEach(task -> tasks.setAssignee(task, to == null ? null : to.value())),
        ValidationError.conflict("request.raced"));
  }

  /** Runs a change of a task with the authentication of a person. */
  private void change(String actionItemId, Person by, Runnable change) {
    EngineExceptions.translate(
        () -> {
          try {
            authentication.runAs(by, change);
          } catch (AuthorizationException notAuthorized) {
            throw ValidationError.forbidden("actionItem.notYours", actionItemId);
          }
        },
        ValidationError.conflict("actionItem.raced", actionItemId));
  }

  @Override
  public void updateDueDates(Collection<TaskDate> tasks, Map<CommitmentRef, LocalDate> intervals) {
    dates.tasks(tasks);
    dates.intervals(intervals);
  }

  @Override
  public void requested(CommitmentRef ref, RequestKind kind) {
    requireCorrelation(
        ref,
        switch (kind) {
          case EXTENSION -> ModelElements.EXTENSION_REQUESTED;
          case REASSIGNMENT -> ModelElements.REASSIGNMENT_REQUESTED;
        });
  }

  @Override
  public void split(CommitmentRef ref) {
    requireCorrelation(ref, ModelElements.SPLIT);
  }

  @Override
  public String resume(String series, Start start, Map<PartyCode, Optional<String>> steps) {
    String instance = Objects.requireNonNull(start(series, List.of(start)).get(start.ref()));
    EngineExceptions.translate(
        () ->
            new ProcessResumption(new FollowUp(configuration.getProcessEngine(), instance), start)
                .moveTo(steps),
        ValidationError.conflict("process.raced", start.ref()));
    return instance;
  }

  @Override
  public void corrected(Commitment before, Commitment after) {
    EngineExceptions.translate(
        () ->
            new ProcessCorrection(configuration.getProcessEngine(), recorder.getObject())
                .apply(before, after),
        ValidationError.conflict("process.raced", after.ref()));
  }

  /** Instances of an older model have no closing task; their commitments are carried over. */
  @Override
  public void prepareClosing(List<CommitmentRef> refs) {
    for (CommitmentRef ref : refs) {
      if (!correlate(ref, ModelElements.CLOSING_PREPARED)) {
        LOG.warn("{} runs on a model version without a closing task", ref);
      }
    }
  }

  @Override
  public void withdraw(CommitmentRef ref) {
    end(ref, ModelElements.WITHDRAWN);
  }

  @Override
  public void carryOver(CommitmentRef ref) {
    end(ref, ModelElements.CARRIED_OVER);
  }

  /** Ends the process by a message event, or deletes it where its model version has none. */
  private void end(CommitmentRef ref, String message) {
    if (!correlate(ref, message)) {
      EngineExceptions.translate(
          () ->
              runtime
                  .createProcessInstanceQuery()
                  .processInstanceBusinessKey(ref.value())
                  .rootProcessInstances()
                  .list()
                  .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), message)),
          ValidationError.conflict("process.raced", ref));
    }
  }

  private void requireCorrelation(CommitmentRef ref, String message) {
    if (!correlate(ref, message)) {
      throw ValidationError.conflict("process.oldModel", ref);
    }
  }

  /**
   * Correlates a message; returns false where the model version of the instance does not receive
   * it.
   */
  private boolean correlate(CommitmentRef ref, String message) {
    boolean[] correlated = {true};
    EngineExceptions.translate(
        () -> {
          try {
            runtime
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(ref.value())
                .correlate();
          } catch (MismatchingMessageCorrelationException noReceiver) {
            correlated[0] = false;
          }
        },
        ValidationError.conflict("process.raced", ref));
    return correlated[0];
  }
}
