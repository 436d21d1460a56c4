package eu.jalon.api.actionitem;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemFilter;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.duedate.ActionItemExtensions;
import eu.jalon.api.support.ItemList;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.Priority;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Action items: list, assignment and completion. */
@RestController
@RequestMapping("/api/action-items")
public class ActionItemsApi {

  private final ActionItems items;
  private final ActionItemExtensions extensions;
  private final MessageSource messages;
  private final Today today;

  ActionItemsApi(
      ActionItems items, ActionItemExtensions extensions, MessageSource messages, Today today) {
    this.items = items;
    this.extensions = extensions;
    this.messages = messages;
    this.today = today;
  }

  /** An action item; {@code id} is the engine's task id. */
  public record ActionItemResponse(
      String id,
      String ref,
      String name,
      String title,
      String step,
      String ministry,
      @Nullable LocalDate dueOn,
      int overdueDays,
      @Nullable String assignee,
      ActionItem.Status status,
      boolean restricted) {

    public static ActionItemResponse of(
        ActionItemView view, Person reader, MessageSource messages, LocalDate today) {
      ActionItem item = view.item();
      PersonId assignee = item.assignee();
      return new ActionItemResponse(
          item.id(),
          item.ref().value(),
          messages.getMessage("step." + item.step().key(), null, reader.language().locale()),
          view.title().in(reader.language()),
          item.step().key(),
          item.ministry().value(),
          item.dueOn().map(DueDate::day).orElse(null),
          view.overdueDays(today),
          assignee == null ? null : assignee.value(),
          item.status(),
          view.restricted());
    }
  }

  @GetMapping
  ItemList<ActionItemResponse> page(
      @RequestParam(required = false) @Nullable MinistryCode ministry,
      @RequestParam(required = false) @Nullable PersonId assignee,
      @RequestParam(defaultValue = "false") boolean overdue,
      @RequestParam(required = false) @Nullable LocalDate dueBefore,
      @RequestParam(required = false) @Nullable LocalDate dueFrom,
      @RequestParam(required = false) @Nullable Health health,
      @RequestParam(required = false) @Nullable Priority priority,
      @RequestParam(defaultValue = "dueOn") String sort,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Person reader) {
    ActionItemFilter filter =
        new ActionItemFilter(
            ministry,
            assignee,
            overdue,
            dueFrom,
            dueBefore == null ? null : dueBefore.minusDays(1),
            health,
            priority,
            null,
            null,
            null,
            null,
            ActionItemFilter.Sort.of(sort));
    LocalDate on = today.of(reader);
    return ItemList.of(
        items.page(filter, reader, new Page.Request(page, size)),
        view -> ActionItemResponse.of(view, reader, messages, on));
  }

  /**
   * The fields of a form.
   *
   * @param variables strings by field name, as Tasklist's forms send them
   */
  public record FormFields(@Nullable Map<String, @Nullable Object> variables) {

    public Map<String, String> fields() {
      Map<String, String> fields = new HashMap<>();
      if (variables != null) {
        variables.forEach(
            (name, value) -> {
              if (value instanceof String text) {
                fields.put(name, text);
              } else if (value != null) {
                throw ValidationError.ofValue("form.choice", name, value);
              }
            });
      }
      return fields;
    }
  }

  /** Releases an action item, so that any colleague of its ministry can claim it. */
  @PostMapping("/{id}/release")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(@PathVariable String id, Person by) {
    items.release(id, by);
  }

  /**
   * The new assignee of an action item.
   *
   * @param person a person who may complete the item
   */
  public record AssignmentRequest(@NotNull PersonId person) {}

  /** Assigns an action item to a colleague of its ministry. */
  @PostMapping("/{id}/assign")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void assign(@PathVariable String id, @Valid @RequestBody AssignmentRequest request, Person by) {
    items.assign(id, request.person(), by);
  }

  /**
   * Another due date for one action item.
   *
   * @param dueOn later than now, at the latest the deadline of the commitment
   */
  public record ItemExtensionRequest(@NotNull LocalDate dueOn, @NotNull String reason) {}

  /**
   * Requests another due date for an action item, or sets it if the caller is a coordinator; the
   * deadline of the commitment stays.
   */
  @PostMapping("/{id}/extend")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void extend(
      @PathVariable String id, @Valid @RequestBody ItemExtensionRequest request, Person by) {
    items.get(id, by);
    extensions.extend(id, request.dueOn(), request.reason(), by);
  }

  /** Completes an action item by the same rules as the form in Tasklist. */
  @PostMapping("/{id}/complete")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void complete(@PathVariable String id, @RequestBody FormFields form, Person by) {
    items.complete(id, form.fields(), by);
  }
}
