package eu.jalon.engine.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Translates the names of filters, tasks and processes and the card fields in the engine's answers
 * to Tasklist into the user's language; the engine stores them in one language.
 */
@Component
class TasklistLocalisationFilter extends OncePerRequestFilter {

  private static final Pattern TRANSLATED_PATHS =
      Pattern.compile(
          "/camunda/api/engine/engine/default/"
              + "(task(/[^/]+)?|filter(/[^/]+(/(list|singleResult))?)?"
              + "|process-definition(/[^/]+)?)/?");

  private static final String EMBEDDED = "_embedded";
  private static final String NAME = "name";
  private static final String VARIABLE = "variable";

  private final ActionItems items;
  private final Directory directory;
  private final TasklistMessages messages;
  private final ObjectMapper json;

  TasklistLocalisationFilter(
      ActionItems items, Directory directory, TasklistMessages messages, ObjectMapper json) {
    this.items = items;
    this.directory = directory;
    this.messages = messages;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return !TRANSLATED_PATHS.matcher(path).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    Optional<Person> reader = reader(request);
    String type = answer.getContentType();
    boolean translatable =
        answer.getStatus() == HttpServletResponse.SC_OK && type != null && type.contains("json");
    if (translatable && reader.isPresent()) {
      byte[] body = translated(answer.getContentAsByteArray(), reader.get());
      answer.resetBuffer();
      answer.getOutputStream().write(body);
    }
    answer.copyBodyToResponse();
  }

  /** The signed-in user; empty for an administrator, who has no tasks. */
  private Optional<Person> reader(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    return principal == null
        ? Optional.empty()
        : directory
            .person(new PersonId(principal.getName()))
            .filter(person -> !person.is(Role.ADMINISTRATOR));
  }

  private byte[] translated(byte[] body, Person reader) throws IOException {
    JsonNode root = json.readTree(body);
    Map<String, ObjectNode> tasks = new HashMap<>();
    collect(root, tasks, reader);
    Map<String, ActionItemView> views = items.views(tasks.keySet(), reader);
    Map<MinistryCode, Ministry> ministries =
        views.isEmpty() ? Map.of() : directory.ministriesByCode();
    tasks.forEach(
        (id, task) -> {
          ActionItemView view = views.get(id);
          if (view != null) {
            task.put(NAME, messages.step(view, reader));
            if (task.path(EMBEDDED).has(VARIABLE)) {
              ((ObjectNode) task.path(EMBEDDED)).set(VARIABLE, card(view, ministries, reader));
            }
          }
        });
    return json.writeValueAsBytes(root);
  }

  /** Translates filters and processes, and collects the tasks, which are read in one statement. */
  private void collect(JsonNode node, Map<String, ObjectNode> tasks, Person reader) {
    if (node instanceof ObjectNode object) {
      if (object.has("taskDefinitionKey") && object.has("id")) {
        tasks.put(object.path("id").asText(), object);
      }
      String key = object.path("key").asText();
      if (object.has("deploymentId") && ModelElements.isJalonProcess(key)) {
        object.put(NAME, messages.process(key, reader));
      }
      if (object.has("resourceType")
          && object.path(NAME).asText().startsWith(TasklistFilters.PREFIX)) {
        filter(object, reader);
      }
    }
    for (JsonNode child : node) {
      collect(child, tasks, reader);
    }
  }

  private void filter(ObjectNode filter, Person reader) {
    filter.put(NAME, messages.filter(filter.path(NAME).asText(), reader));
    for (JsonNode line : filter.path("properties").path("variables")) {
      if (line instanceof ObjectNode labelled) {
        labelled.put("label", messages.label(labelled.path(NAME).asText(), reader));
      }
    }
  }

  private ArrayNode card(
      ActionItemView view, Map<MinistryCode, Ministry> ministries, Person reader) {
    ArrayNode fields = json.createArrayNode();
    for (TasklistMessages.CardField cardField : TasklistMessages.CardField.values()) {
      ObjectNode field = fields.addObject();
      field.putNull("_links");
      field.putNull(EMBEDDED);
      field.put(NAME, cardField.key());
      field.put("value", messages.card(cardField, view, ministries, reader));
      field.put("type", "String");
      field.putObject("valueInfo");
    }
    return fields;
  }
}
