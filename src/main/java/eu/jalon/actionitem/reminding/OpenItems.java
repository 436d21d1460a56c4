package eu.jalon.actionitem.reminding;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads open action items for reminders in batches ordered by id (keyset pagination). Pass the
 * empty string for the first batch; an empty batch is the end.
 */
@Service
@Transactional(readOnly = true)
public class OpenItems {

  private static final int BATCH = 2000;

  private final JdbcOpenItems rows;

  OpenItems(JdbcOpenItems rows) {
    this.rows = rows;
  }

  /** Returns a batch of the open items that are, or whose commitment is, due by a day. */
  public List<OpenItem> due(LocalDate until, String afterId) {
    return rows.due(until, afterId, BATCH);
  }

  /** Returns a batch of the open items whose due date was changed on or after a day. */
  public List<OpenItem> moved(LocalDate since, String afterId) {
    return rows.moved(since, afterId, BATCH);
  }

  /** Returns those of the given items that are open, earliest due date first. */
  public List<OpenItem> stillOpen(Collection<String> ids) {
    return ids.isEmpty() ? List.of() : rows.stillOpen(ids);
  }
}
