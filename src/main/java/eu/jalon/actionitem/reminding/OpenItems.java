package eu.jalon.actionitem.reminding;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open action items as reminders need them: in slices, in the order of their ids. The first
 * slice is after the empty string, and an empty slice is the end.
 */
@Service
@Transactional(readOnly = true)
public class OpenItems {

  private static final int SLICE = 2000;

  private final JdbcOpenItems rows;

  OpenItems(JdbcOpenItems rows) {
    this.rows = rows;
  }

  /** A slice of the open items due on or before a day. */
  public List<OpenItem> due(LocalDate until, String afterId) {
    return rows.due(until, afterId, SLICE);
  }

  /** A slice of the open items that got another date on or after a day. */
  public List<OpenItem> moved(LocalDate since, String afterId) {
    return rows.moved(since, afterId, SLICE);
  }

  /** Those of the given items that are still to be done, earliest due first. */
  public List<OpenItem> stillOpen(Collection<String> ids) {
    return ids.isEmpty() ? List.of() : rows.stillOpen(ids);
  }
}
