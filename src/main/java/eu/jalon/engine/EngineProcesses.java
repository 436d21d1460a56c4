package eu.jalon.engine;

import eu.jalon.directory.Person;
import eu.jalon.register.CommitmentProcesses;
import eu.jalon.register.RequestKind;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Country;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The register's processes, on Camunda. */
@Component
class EngineProcesses implements CommitmentProcesses {

  private final ProcessEngineConfigurationImpl configuration;
  private final RuntimeService runtime;
  private final FormService forms;
  private final ActingPerson acting;
  private final JdbcTaskDates dates;
  private final ObjectProvider<ProcessFacts> facts;

  EngineProcesses(
      ProcessEngineConfigurationImpl configuration,
      RuntimeService runtime,
      FormService forms,
      ActingPerson acting,
      JdbcTaskDates dates,
      ObjectProvider<ProcessFacts> facts) {
    this.configuration = configuration;
    this.runtime = runtime;
    this.forms = forms;
    this.acting = acting;
    this.dates = dates;
    this.facts = facts;
  }

  /** All in one engine command: its flush writes them in batches. */
  @Override
  public Map<CommitmentRef, String> start(List<Start> starts) {
    if (starts.isEmpty()) {
      return Map.of();
    }
    MinistryCode be = facts.getObject().coordination(Country.BE);
    MinistryCode fr = facts.getObject().coordination(Country.FR);
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
                                ProcessFacts.variables(start, be, fr))
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
    try {
      acting.as(by, () -> forms.submitTaskForm(actionItemId, new HashMap<String, Object>(fields)));
    } catch (AuthorizationException notHis) {
      throw Refusal.forbidden("actionItem.notYours", actionItemId);
    } catch (NullValueException gone) {
      throw Refusal.notFound("actionItem.unknown", actionItemId);
    } catch (OptimisticLockingException raced) {
      throw Refusal.conflict("actionItem.raced", actionItemId);
    } catch (ProcessEngineException failed) {
      throw refusalIn(failed);
    }
  }

  @Override
  public void redate(Collection<TaskDate> tasks, Map<CommitmentRef, LocalDate> intervals) {
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

  @Override
  public void prepareClosing(List<CommitmentRef> refs) {
    refs.forEach(ref -> tell(ref, ModelElements.CLOSING_PREPARED));
  }

  @Override
  public void withdraw(CommitmentRef ref) {
    tell(ref, ModelElements.WITHDRAWN);
  }

  @Override
  public void carryOver(CommitmentRef ref) {
    tell(ref, ModelElements.CARRIED_OVER);
  }

  /** An instance on a model that does not know the message is told so in a sentence. */
  private void tell(CommitmentRef ref, String message) {
    try {
      runtime.createMessageCorrelation(message).processInstanceBusinessKey(ref.value()).correlate();
    } catch (MismatchingMessageCorrelationException unknown) {
      throw Refusal.conflict("process.oldModel", ref);
    } catch (OptimisticLockingException raced) {
      throw Refusal.conflict("process.raced", ref);
    }
  }

  /** The engine wraps what a listener throws; the person must hear the refusal itself. */
  private static RuntimeException refusalIn(ProcessEngineException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    return failed;
  }
}
