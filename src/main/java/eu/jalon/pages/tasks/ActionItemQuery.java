package eu.jalon.pages.tasks;

import eu.jalon.actionitem.ActionItemFilter;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.Priority;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list of action items as request parameters; an empty one does not filter.
 *
 * @param assignee an account
 * @param dueFrom the first due date that is shown
 * @param dueUntil the last one
 * @param series the series of the list, if the address names one
 */
record ActionItemQuery(
    @Nullable String ministry,
    @Nullable String assignee,
    @Nullable String health,
    @Nullable String priority,
    @Nullable String overdue,
    @Nullable String dueFrom,
    @Nullable String dueUntil,
    @Nullable String q,
    @Nullable String sort,
    @Nullable String series) {

  static final String PATH = "/action-items";

  private static final int MAX_TEXT = 200;

  ActionItemQuery {
    ministry = Choice.given(ministry);
    assignee = Choice.given(assignee);
    health = Choice.given(health);
    priority = Choice.given(priority);
    overdue = Choice.given(overdue);
    dueFrom = Choice.given(dueFrom);
    dueUntil = Choice.given(dueUntil);
    q = Choice.given(q);
    sort = Choice.given(sort);
    series = Choice.given(series);
  }

  /** The filter; refuses unknown values. */
  ActionItemFilter filter() {
    if (q != null && q.length() > MAX_TEXT) {
      throw ValidationError.invalid("list.textTooLong", q.length(), MAX_TEXT);
    }
    return new ActionItemFilter(
        ministry == null ? null : new MinistryCode(ministry),
        assignee == null ? null : new PersonId(assignee),
        "true".equals(overdue),
        dueFrom == null ? null : FormValues.day(dueFrom),
        dueUntil == null ? null : FormValues.day(dueUntil),
        Choice.optional(Health.class, "health", health),
        Choice.optional(Priority.class, "priority", priority),
        null,
        null,
        null,
        q,
        order());
  }

  /** The sort order, by due date if none is given; refuses unknown columns. */
  ActionItemFilter.Sort order() {
    return sort == null ? ActionItemFilter.Sort.DUE_ON : ActionItemFilter.Sort.of(sort);
  }

  /** Whether anything is filtered. */
  public boolean narrows() {
    return Stream.of(ministry, assignee, health, priority, overdue, dueFrom, dueUntil, q)
        .anyMatch(Objects::nonNull);
  }

  ListLink link() {
    return ListLink.to(PATH)
        .with(ListLink.SERIES, series)
        .with("ministry", ministry)
        .with("assignee", assignee)
        .with("health", health)
        .with("priority", priority)
        .with("overdue", overdue)
        .with("dueFrom", dueFrom)
        .with("dueUntil", dueUntil)
        .with("q", q)
        .with("sort", sort);
  }
}
