package eu.jalon.process;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Which flow nodes of the models were reached, each with the key of its model. */
record ModelCoverage(HistoryService history, RepositoryService repository) {

  /** The nodes that some instance entered. */
  Set<String> reached() {
    Set<String> nodes = new TreeSet<>();
    history
        .createHistoricActivityInstanceQuery()
        .list()
        .forEach(
            activity ->
                nodes.add(
                    activity.getProcessDefinitionKey()
                        + " "
                        + activity.getActivityId().replace("#multiInstanceBody", "")));
    return nodes;
  }

  /** The nodes of the deployed models, the newest of each. */
  Set<String> drawn() {
    Set<String> nodes = new TreeSet<>();
    repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .list()
        .forEach(
            definition ->
                repository
                    .getBpmnModelInstance(definition.getId())
                    .getModelElementsByType(FlowNode.class)
                    .forEach(node -> nodes.add(definition.getKey() + " " + node.getId())));
    return nodes;
  }
}
