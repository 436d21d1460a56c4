package eu.jalon.engine.process;

import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.commitment.process.RequestKind;
import eu.jalon.directory.Person;
import eu.jalon.engine.access.ActingPerson;
import eu.jalon.engine.fault.EngineFaults;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.engine.model.ProcessVariables;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The register's processes, on Camunda. */
@Component
class EngineProcesses implements CommitmentProcesses {

  private static final Logger LOG = LoggerFactory.getLogger(EngineProcesses.class);

  private final ProcessEngineConfigurationImpl configuration;
  private final RuntimeService runtime;
  private final FormService forms;
  private final ActingPerson acting;
  private final JdbcTaskDates dates;

  EngineProcesses(
      ProcessEngineConfigurationImpl configuration,
      RuntimeService runtime,
      FormService forms,
      ActingPerson acting,
      JdbcTaskDates dates) {
    this.configuration = configuration;
    this.runtime = runtime;
    this.forms = forms;
    this.acting = acting;
    this.dates = dates;
  }

  /** All in one engine command: its flush writes them in batches. */
  @Override
  public Map<CommitmentRef, String> start(List<Start> starts) {
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
                                ProcessVariables.variables(start))
                            .getId());
                  }
                  return new Started(context, instances);
                });
    forget(started.command());
    return started.instances();
  }

  private record Started(CommandContext command, Map<CommitmentRef, String> instances) {}

  /**
   * Lets go of what a command that has written everything still holds. The transaction keeps each
   * command's context until it ends, some 40 KB for each process: thousands in one transaction
   * would fill the heap.
   */
  private static void forget(CommandContext written) {
    DbEntityManager entities = written.getDbEntityManager();
    entities.setDbEntityCache(new DbEntityCache());
    entities.setDbOperationManager(new DbOperationManager());
  }

  @Override
  public void complete(String actionItemId, Map<String, String> fields, Person by) {
    EngineFaults.translate(
        () -> {
          try {
            acting.as(
                by, () -> forms.submitTaskForm(actionItemId, new HashMap<String, Object>(fields)));
          } catch (AuthorizationException notTheirs) {
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
    tell(
        ref,
        switch (kind) {
          case EXTENSION -> ModelElements.EXTENSION_REQUESTED;
          case REASSIGNMENT -> ModelElements.REASSIGNMENT_REQUESTED;
        });
  }

  @Override
  public void split(CommitmentRef ref) {
    tell(ref, ModelElements.SPLIT);
  }

  /** One that runs on an older model has no such task: what nobody decides is carried over. */
  @Override
  public void prepareClosing(List<CommitmentRef> refs) {
    for (CommitmentRef ref : refs) {
      if (!told(ref, ModelElements.CLOSING_PREPARED)) {
        LOG.warn("{} runs on a model without the preparation of a closing", ref);
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

  /** An end that the model of the instance does not know is an end all the same. */
  private void end(CommitmentRef ref, String message) {
    if (!told(ref, message)) {
      EngineFaults.translate(
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

  private void tell(CommitmentRef ref, String message) {
    if (!told(ref, message)) {
      throw ValidationError.conflict("process.oldModel", ref);
    }
  }

  /** Whether the instance knew the message: one on an older model may not. */
  private boolean told(CommitmentRef ref, String message) {
    boolean[] known = {true};
    EngineFaults.translate(
        () -> {
          try {
            runtime
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(ref.value())
                .correlate();
          } catch (MismatchingMessageCorrelationException unknown) {
            known[0] = false;
          }
        },
        ValidationError.conflict("process.raced", ref));
    return known[0];
  }
}
