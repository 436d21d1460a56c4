package eu.jalon.engine.tasklist;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.engine.access.EngineAuthorizations;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
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
 * Creates or updates Tasklist's filters at each start, once the pages are served, and deletes all
 * others: users cannot create any.
 *
 * <p>Their names are message keys, which {@link TasklistLocalisationFilter} translates.
 */
@Component
class TasklistFilters {

  /** The prefix of the filters' names. */
  static final String PREFIX = "jalon.";

  /** Before the code of the party whose coordinators wait for the others. */
  static final String WAITING = PREFIX + "waiting.";

  private static final Logger LOG = LoggerFactory.getLogger(TasklistFilters.class);

  private static final String OWN_GROUPS = "${currentUserGroups()}";

  private final FilterService filters;
  private final TaskService tasks;
  private final EngineAuthorizations authorizations;
  private final Directory directory;

  TasklistFilters(
      FilterService filters,
      TaskService tasks,
      EngineAuthorizations authorizations,
      Directory directory) {
    this.filters = filters;
    this.tasks = tasks;
    this.authorizations = authorizations;
    this.directory = directory;
  }

  @EventListener(ApplicationStartedEvent.class)
  void update() {
    List<String> kept = new ArrayList<>();
    kept.add(saveForAll("myMinistry", "#14285a", 10, ofMyMinistry()));
    kept.add(
        saveForAll(
            "mine",
            "#2f6f4f",
            20,
            dueFirst(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"))));
    kept.add(saveForAll("overdue", "#c8102e", 30, ofMyMinistry().dueBeforeExpression("${now()}")));
    kept.add(
        saveForAll(
            "soon",
            "#8a5a00",
            40,
            ofMyMinistry()
                .dueAfterExpression("${now()}")
                .dueBeforeExpression("${dateTime().plusDays(14).toDate()}")));
    List<Ministry> ministries = directory.ministries();
    ministries.stream()
        .filter(Ministry::coordination)
        .forEach(coordination -> kept.add(saveForCoordination(coordination, ministries)));
    filters.createTaskFilterQuery().list().stream()
        .map(Filter::getId)
        .filter(id -> !kept.contains(id))
        .forEach(this::remove);
  }

  /** Another node that starts at the same time may have deleted it. */
  private void remove(String id) {
    try {
      filters.deleteFilter(id);
    } catch (NullValueException gone) {
      LOG.debug("Filter {} was deleted by another node", id, gone);
    }
  }

  private TaskQuery ofMyMinistry() {
    return dueFirst(
        tasks.createTaskQuery().taskCandidateGroupInExpression(OWN_GROUPS).includeAssignedTasks());
  }

  private static TaskQuery dueFirst(TaskQuery query) {
    return query.orderByDueDate().asc();
  }

  private String saveForAll(String name, String color, int priority, TaskQuery query) {
    String id = save(PREFIX + name, color, priority, query);
    authorizations.shareFilter(id);
    return id;
  }

  /** The other parties' open tasks, for a coordinating ministry. */
  private String saveForCoordination(Ministry coordination, List<Ministry> ministries) {
    PartyCode own = coordination.code().party();
    List<String> others =
        ministries.stream()
            .map(Ministry::code)
            .filter(code -> !code.party().equals(own))
            .map(MinistryCode::value)
            .toList();
    TaskQuery query = tasks.createTaskQuery();
    if (!others.isEmpty()) {
      query = query.taskCandidateGroupIn(others).includeAssignedTasks();
    }
    String id = save(WAITING + own.value(), "#55607a", 50, dueFirst(query));
    authorizations.shareFilterWithGroup(id, coordination.code().value());
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
        Arrays.stream(TasklistMessages.CardField.values())
            .map(line -> Map.of("name", line.key(), "label", line.key()))
            .toList());
    filter.setProperties(properties);
    filter.setQuery(query);
    filters.saveFilter(filter);
    // If two nodes created it at the same time, all keep the one with the lowest id.
    return filters.createTaskFilterQuery().filterName(name).orderByFilterId().asc().list().stream()
        .map(Filter::getId)
        .findFirst()
        .orElseThrow();
  }
}
