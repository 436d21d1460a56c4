package eu.jalon.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The filters everybody finds in Tasklist, made or brought up to date at each start, as soon as the
 * pages answer.
 *
 * <p>Names and labels are shown as they are, to speakers of both languages: they carry both.
 */
@Component
class TasklistFilters {

  private static final String MINE = "${currentUserGroups()}";

  private final FilterService filters;
  private final TaskService tasks;
  private final EngineGrants grants;

  TasklistFilters(FilterService filters, TaskService tasks, EngineGrants grants) {
    this.filters = filters;
    this.tasks = tasks;
    this.grants = grants;
  }

  @EventListener(ApplicationStartedEvent.class)
  void bringUpToDate() {
    save("Mon ministère · Mijn ministerie", "#14285a", 10, ofMyMinistry());
    save("En retard · Te laat", "#c8102e", 20, ofMyMinistry().dueBeforeExpression("${now()}"));
    save(
        "Dans les 14 jours · Binnen 14 dagen",
        "#8a5a00",
        30,
        ofMyMinistry()
            .dueAfterExpression("${now()}")
            .dueBeforeExpression("${dateTime().plusDays(14).toDate()}"));
    save(
        "Mes tâches · Mijn taken",
        "#2f6f4f",
        40,
        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
  }

  private TaskQuery ofMyMinistry() {
    return tasks
        .createTaskQuery()
        .taskCandidateGroupInExpression(MINE)
        .includeAssignedTasks()
        .orderByDueDate()
        .asc();
  }

  private void save(String name, String color, int priority, TaskQuery query) {
    Filter filter =
        filters.createTaskFilterQuery().filterName(name).list().stream()
            .findFirst()
            .orElseGet(() -> filters.newTaskFilter(name));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("color", color);
    properties.put("priority", priority);
    properties.put("refresh", true);
    properties.put(
        "variables",
        List.of(
            variable(ModelElements.REF, "Réf."),
            variable(ModelElements.TITLE_FR, "Prochaine étape"),
            variable(ModelElements.TITLE_NL, "Volgende stap")));
    filter.setProperties(properties);
    filter.setQuery(query);
    grants.filterToAll(filters.saveFilter(filter).getId());
  }

  private static Map<String, String> variable(String name, String label) {
    return Map.of("name", name, "label", label);
  }
}
