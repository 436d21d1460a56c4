package eu.jalon.application;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.shared.CommitmentRef;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application has written down, in its own tables and the engine's. */
final class Records {

  private final JdbcClient jdbc;
  private final ActionItems actionItems;

  Records(JdbcClient jdbc, ActionItems actionItems) {
    this.jdbc = jdbc;
    this.actionItems = actionItems;
  }

  long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  /** Counts with a value for the SQL's {@code :ref}. */
  long count(String sql, String ref) {
    return jdbc.sql(sql).param("ref", ref).query(Long.class).single();
  }

  List<String> openItems(String ref) {
    return actionItems.of(new CommitmentRef(ref)).stream()
        .map(view -> view.item())
        .filter(item -> item.status() == ActionItem.Status.OPEN)
        .map(item -> item.id())
        .toList();
  }

  String itemOf(String ref, String party) {
    return open(ref, party).id();
  }

  String stepOf(String ref, String party) {
    return open(ref, party).step().key();
  }

  private ActionItem open(String ref, String party) {
    return actionItems.of(new CommitmentRef(ref)).stream()
        .map(view -> view.item())
        .filter(item -> item.status() == ActionItem.Status.OPEN)
        .filter(item -> item.ministry().party().value().equals(party))
        .findFirst()
        .orElseThrow();
  }

  /** Each open commitment's, action item's and engine task's date. */
  List<String> dates() {
    return jdbc.sql(
            """
            select c.ref || ' ' || coalesce(cast(c.due_on as varchar), '') || ' ' || i.id || ' '
              || cast(i.due_on as varchar) || ' ' || cast(t.DUE_DATE_ as varchar)
            from commitment c
            join action_item i on i.ref = c.ref and i.status = 'OPEN'
            join ACT_RU_TASK t on t.ID_ = i.id
            order by 1
            """)
        .query(String.class)
        .list();
  }
}
