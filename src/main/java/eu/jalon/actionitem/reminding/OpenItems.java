package eu.jalon.actionitem.reminding;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads open action items for reminders in batches (keyset pagination): the items of a commitment
 * follow one another. Pass the last item of a batch for the next one; an empty batch is the end.
 */
@Service
@Transactional(readOnly = true)
public class OpenItems {

  private final JdbcOpenItems rows;

  OpenItems(JdbcOpenItems rows) {
    this.rows = rows;
  }

  /**
   * Returns a batch of the open items that are, or whose commitment is, due by a day, and of those
   * whose due date was changed on or after another day.
   */
  public List<OpenItem> due(
      LocalDate until, LocalDate movedSince, @Nullable OpenItem after, int size) {
    return rows.due(until, movedSince, after, size);
  }

  /** Returns those of the given items that are open, earliest due date first. */
  public List<OpenItem> stillOpen(Collection<String> ids) {
    return ids.isEmpty() ? List.of() : rows.stillOpen(ids);
  }
}
