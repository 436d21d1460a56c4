package eu.jalon.engine.tasklist;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.engine.access.EngineGrants;
import eu.jalon.shared.Country;
import eu.jalon.shared.MinistryCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The filters of Tasklist, made or brought up to date at each start, as soon as the pages answer.
 * Nobody else makes any: what is there besides goes.
 *
 * <p>Their names are keys, which {@link TasklistLocalisationFilter} puts into the reader's words.
 */
@Component
class TasklistFilters {

  /** How the names of our filters begin. */
  static final String OURS = "jalon.";

  private static final Logger LOG = LoggerFactory.getLogger(TasklistFilters.class);

  private static final String MINE = "${currentUserGroups()}";

  private final FilterService filters;
  private final TaskService tasks;
  private final EngineGrants grants;
  private final Directory directory;

  TasklistFilters(
      FilterService filters, TaskService tasks, EngineGrants grants, Directory directory) {
    this.filters = filters;
    this.tasks = tasks;
    this.grants = grants;
    this.directory = directory;
  }

  @EventListener(ApplicationStartedEvent.class)
  void bringUpToDate() {
    List<String> kept = new ArrayList<>();
    kept.add(toAll("myMinistry", "#14285a", 10, ofMyMinistry()));
    kept.add(
        toAll(
            "mine",
            "#2f6f4f",
            20,
            dueFirst(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"))));
    kept.add(toAll("overdue", "#c8102e", 30, ofMyMinistry().dueBeforeExpression("${now()}")));
    kept.add(
        toAll(
            "soon",
            "#8a5a00",
            40,
            ofMyMinistry()
                .dueAfterExpression("${now()}")
                .dueBeforeExpression("${dateTime().plusDays(14).toDate()}")));
    List<Ministry> ministries = directory.ministries();
    ministries.stream()
        .filter(Ministry::coordination)
        .forEach(coordination -> kept.add(toCoordination(coordination, ministries)));
    filters.createTaskFilterQuery().list().stream()
        .map(Filter::getId)
        .filter(id -> !kept.contains(id))
        .forEach(this::remove);
  }

  /** Another node that starts at the same time may have removed it. */
  private void remove(String id) {
    try {
      filters.deleteFilter(id);
    } catch (NullValueException gone) {
      LOG.debug("Filter {} is gone already", id, gone);
    }
  }

  private TaskQuery ofMyMinistry() {
    return dueFirst(
        tasks.createTaskQuery().taskCandidateGroupInExpression(MINE).includeAssignedTasks());
  }

  private static TaskQuery dueFirst(TaskQuery query) {
    return query.orderByDueDate().asc();
  }

  private String toAll(String name, String color, int priority, TaskQuery query) {
    String id = save(OURS + name, color, priority, query);
    grants.filterToAll(id);
    return id;
  }

  /** What the other country still has to do, for those who may see its tasks. */
  private String toCoordination(Ministry coordination, List<Ministry> ministries) {
    Country own = coordination.code().country();
    List<String> others =
        ministries.stream()
            .map(Ministry::code)
            .filter(code -> code.country() != own)
            .map(MinistryCode::value)
            .toList();
    TaskQuery query = tasks.createTaskQuery();
    if (!others.isEmpty()) {
      query = query.taskCandidateGroupIn(others).includeAssignedTasks();
    }
    String id = save(OURS + "waiting." + own.name(), "#55607a", 50, dueFirst(query));
    grants.filterToGroup(id, coordination.code().value());
    return id;
  }

  private String save(String name, String color, int priority, TaskQuery query) {
    Filter filter =
        filters.createTaskFilterQuery().filterName(name).orderByFilterId().asc().list().stream()
            .findFirst()
            .orElseGet(() -> filters.newTaskFilter(name));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("color", color);
    properties.put("priority", priority);
    properties.put("refresh", true);
    properties.put(
        "variables",
        Arrays.stream(TasklistWords.Line.values())
            .map(line -> Map.of("name", line.key(), "label", line.key()))
            .toList());
    filter.setProperties(properties);
    filter.setQuery(query);
    filters.saveFilter(filter);
    // Of two that were made at the same time all nodes keep the same one.
    return filters.createTaskFilterQuery().filterName(name).orderByFilterId().asc().list().stream()
        .map(Filter::getId)
        .findFirst()
        .orElseThrow();
  }
}
