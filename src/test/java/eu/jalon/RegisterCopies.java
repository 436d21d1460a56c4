package eu.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What tables repeat of commitments, so that an index answers what lists and counts ask. */
public final class RegisterCopies {

  private RegisterCopies() {}

  /** Writes the dates of action items again, after a test changed one by itself. */
  public static void write(JdbcClient jdbc) {
    jdbc.sql(
            """
            update action_item
            set (theme, on_time_until) =
              (select c.theme, least(action_item.due_on, c.due_on)
               from commitment c where c.ref = action_item.ref)
            """)
        .update();
  }

  /** Fails if a copy differs from its commitment. */
  public static void assertTrue(JdbcClient jdbc) {
    assertThat(
            jdbc.sql(
                    """
                    select i.id
                    from action_item i
                    join commitment c on c.ref = i.ref
                    where i.status = 'OPEN'
                      and (i.theme <> c.theme or i.meeting_id <> c.meeting_id
                        or i.on_time_until is distinct from least(i.due_on, c.due_on))
                    """)
                .query(String.class)
                .list())
        .as("open items with another meeting, theme or date than their commitment")
        .isEmpty();
    assertThat(
            jdbc.sql(
                    """
                    select c.ref
                    from commitment c
                    left join commitment_search s on s.ref = c.ref
                    where s.theme is distinct from c.theme or s.position is distinct from c.position
                      or s.meeting_id is distinct from c.meeting_id
                    """)
                .query(String.class)
                .list())
        .as("commitments that a search finds under another reference")
        .isEmpty();
  }
}
