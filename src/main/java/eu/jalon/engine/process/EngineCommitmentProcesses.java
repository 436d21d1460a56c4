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
import eu.jalon.engine.task.ActionItemSession;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
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
  private final HistoryService history;
  private final FormService forms;
  private final TaskService tasks;
  private final EngineAuthentication authentication;
  private final JdbcTaskDates dates;
  private final ObjectProvider<ActionItemRecorder> recorder;

  EngineCommitmentProcesses(
      ProcessEngineConfigurationImpl configuration,
      RuntimeService runtime,
      HistoryService history,
      FormService forms,
      TaskService tasks,
      EngineAuthentication authentication,
      JdbcTaskDates dates,
      ObjectProvider<ActionItemRecorder> recorder) {
    this.configuration = configuration;
    this.runtime = runtime;
    this.history = history;
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
                  ActionItemSession.current().readDates(starts.stream().map(Start::ref).toList());
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

  /**
   * A task that the current command holds is changed there, since the command would take a
   * statement of ours for a concurrent change; all others by one statement for each date.
   */
  @Override
  public void updateDueDates(Collection<TaskDate> dueDates, Map<CommitmentRef, Instant> intervals) {
    Map<Boolean, List<TaskDate>> byHeld =
        dueDates.stream().collect(Collectors.partitioningBy(date -> isHeldByTheCommand(date.id())));
    byHeld
        .getOrDefault(true, List.of())
        .forEach(
            date -> tasks.setDueDate(date.id(), date.end() == null ? null : Date.from(date.end())));
    dates.tasks(byHeld.getOrDefault(false, List.of()));
    dates.intervals(intervals);
  }

  private static boolean isHeldByTheCommand(String task) {
    CommandContext command = Context.getCommandContext();
    CachedDbEntity held =
        command == null
            ? null
            : command
                .getDbEntityManager()
                .getDbEntityCache()
                .getCachedEntity(TaskEntity.class, task);
    return held != null && held.getEntityState() == DbEntityState.PERSISTENT;
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
  public void requestEnded(CommitmentRef ref, RequestKind kind) {
    requireCorrelation(
        ref,
        switch (kind) {
          case EXTENSION -> ModelElements.EXTENSION_WITHDRAWN;
          case REASSIGNMENT -> ModelElements.REASSIGNMENT_WITHDRAWN;
        });
  }

  @Override
  public void split(CommitmentRef ref) {
    requireCorrelation(ref, ModelElements.SPLIT);
  }

  @Override
  public String resume(String series, Start start, Map<PartyCode, Position> positions) {
    String instance = Objects.requireNonNull(start(series, List.of(start)).get(start.ref()));
    place(instance, start, positions);
    return instance;
  }

  @Override
  public void place(Start start, Map<PartyCode, Position> positions) {
    place(
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(start.ref().value())
            .rootProcessInstances()
            .singleResult()
            .getId(),
        start,
        positions);
  }

  private void place(String instance, Start start, Map<PartyCode, Position> positions) {
    EngineExceptions.translate(
        () ->
            new ProcessResumption(new FollowUp(configuration.getProcessEngine(), instance), start)
                .moveTo(positions),
        ValidationError.conflict("process.raced", start.ref()));
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
  public void prepareClosing(Map<CommitmentRef, Set<PartyCode>> asked) {
    asked.forEach(
        (ref, parties) -> {
          String codes = parties.stream().map(PartyCode::value).collect(Collectors.joining(","));
          if (!correlate(ref, ModelElements.CLOSING_PREPARED, Map.of(ModelElements.ASKED, codes))) {
            LOG.warn("{} runs on a model version without a closing task", ref);
          }
        });
  }

  @Override
  public void withdraw(CommitmentRef ref) {
    end(ref, ModelElements.WITHDRAWN);
  }

  @Override
  public void fulfilled(CommitmentRef ref) {
    delete(ref, "fulfilled");
  }

  @Override
  public void discard(CommitmentRef ref) {
    delete(ref, "discarded");
    EngineExceptions.translate(
        () ->
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(ref.value())
                .list()
                .forEach(instance -> history.deleteHistoricProcessInstance(instance.getId())),
        ValidationError.conflict("process.raced", ref));
  }

  @Override
  public void carryOver(CommitmentRef ref) {
    end(ref, ModelElements.CARRIED_OVER);
  }

  /** Ends the process by a message event, or deletes it where its model version has none. */
  private void end(CommitmentRef ref, String message) {
    if (!correlate(ref, message)) {
      delete(ref, message);
    }
  }

  private void delete(CommitmentRef ref, String reason) {
    EngineExceptions.translate(
        () ->
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(ref.value())
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), reason)),
        ValidationError.conflict("process.raced", ref));
  }

  private void requireCorrelation(CommitmentRef ref, String message) {
    if (!correlate(ref, message)) {
      throw ValidationError.conflict("process.oldModel", ref);
    }
  }

  private boolean correlate(CommitmentRef ref, String message) {
    return correlate(ref, message, Map.of());
  }

  /**
   * Correlates a message; returns false where the model version of the instance does not receive
   * it.
   *
   * @param variables for the event subprocess that the message starts
   */
  private boolean correlate(CommitmentRef ref, String message, Map<String, Object> variables) {
    boolean[] correlated = {true};
    EngineExceptions.translate(
        () -> {
          try {
            runtime
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(ref.value())
                .setVariablesToTriggeredScope(variables)
                .correlate();
          } catch (MismatchingMessageCorrelationException noReceiver) {
            correlated[0] = false;
          }
        },
        ValidationError.conflict("process.raced", ref));
    return correlated[0];
  }
}
