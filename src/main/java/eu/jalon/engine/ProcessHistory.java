package eu.jalon.engine;

import eu.jalon.shared.ExpiringRecords;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Deletes the history of processes that ended long ago. The engine's own cleanup is off: it has a
 * fixed time for each model and records no deletion.
 */
@Component
class ProcessHistory implements ExpiringRecords {

  private final HistoryService history;

  ProcessHistory(HistoryService history) {
    this.history = history;
  }

  @Override
  public String kind() {
    return "processes";
  }

  /** Deletes processes with all that is kept of them: tasks, variables, decisions, incidents. */
  @Override
  public int deleteBefore(Instant limit, int batch) {
    List<String> ended =
        history
            .createHistoricProcessInstanceQuery()
            .finishedBefore(Date.from(limit))
            .listPage(0, batch)
            .stream()
            .map(HistoricProcessInstance::getId)
            .toList();
    if (!ended.isEmpty()) {
      history.deleteHistoricProcessInstancesBulk(ended);
    }
    return ended.size();
  }
}
