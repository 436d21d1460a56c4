package eu.jalon.intake.store;

import eu.jalon.intake.draft.DraftAct;
import eu.jalon.intake.draft.LastAct;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps drafts, themes and lists as they were before each of the last acts of a review. */
@Repository
public class JdbcDraftHistory {

  private static final int KEPT = 20;
  private static final List<String> TABLES =
      List.of("draft_item", "draft_lead", "draft_theme", "draft_list");

  private final JdbcClient jdbc;

  JdbcDraftHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The act that can be undone next. */
  public Optional<LastAct> last(UUID id) {
    return jdbc.sql(
            """
            select number, act, n from draft_act
            where declaration_id = :id
            order by number desc
            limit 1
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new LastAct(
                    row.getInt("number"), DraftAct.valueOf(row.getString("act")), row.getInt("n")))
        .optional();
  }

  /** Whether an act saved the whole declaration before it, or one draft only. */
  public boolean isWhole(UUID id, int number) {
    return jdbc.sql("select whole from draft_act where declaration_id = :id and number = :number")
        .param("id", id)
        .param("number", number)
        .query(Boolean.class)
        .single();
  }

  /** Keeps all drafts, themes and lists as they are before an act. */
  public void keepAll(UUID id, DraftAct act, int n, Instant at, PersonId by) {
    int number = add(id, new LastAct(0, act, n), true, at, by);
    for (String table : TABLES) {
      copy(table, "", id, number, n);
    }
  }

  /** Keeps one draft as it is before an act. */
  public void keepOne(UUID id, DraftAct act, int n, Instant at, PersonId by) {
    int number = add(id, new LastAct(0, act, n), false, at, by);
    copy("draft_item", " and t.n = :n", id, number, n);
    copy("draft_lead", " and t.n = :n", id, number, n);
  }

  private void copy(String table, String which, UUID id, int number, int n) {
    jdbc.sql(
            "insert into %1$s_earlier select cast(:act as integer), t.* from %1$s t where t.declaration_id = :id%2$s"
                .formatted(table, which))
        .param("act", number)
        .param("id", id)
        .param("n", n)
        .update();
  }

  private int add(UUID id, LastAct act, boolean whole, Instant at, PersonId by) {
    int number = last(id).map(LastAct::number).orElse(0) + 1;
    jdbc.sql(
            """
            insert into draft_act (declaration_id, number, act, n, whole, done_at, done_by)
            values (:id, :number, :act, :n, :whole, :at, :by)
            """)
        .param("id", id)
        .param("number", number)
        .param("act", act.act().name())
        .param("n", act.n())
        .param("whole", whole)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .update();
    if (number > KEPT) {
      forget(id, 0, number - KEPT);
    }
    return number;
  }

  /** Writes themes and lists as they were before an act that kept everything. */
  public void restoreThemesAndLists(UUID id, int number) {
    jdbc.sql("delete from draft_theme where declaration_id = :id").param("id", id).update();
    jdbc.sql(
            """
            insert into draft_theme
              (declaration_id, number, title, evaluation, source_start, source_end, restricted)
            select declaration_id, number, title, evaluation, source_start, source_end, restricted
            from draft_theme_earlier
            where declaration_id = :id and act = :act
            """)
        .param("id", id)
        .param("act", number)
        .update();
    jdbc.sql(
            """
            update draft_list
            set counts =
              (select b.counts from draft_list_earlier b
               where b.declaration_id = draft_list.declaration_id
                 and b.number = draft_list.number and b.act = :act)
            where declaration_id = :id
            """)
        .param("id", id)
        .param("act", number)
        .update();
  }

  /** Forgets the acts of a declaration with these numbers, both included. */
  public void forget(UUID id, int from, int to) {
    for (String table : TABLES) {
      jdbc.sql(
              "delete from %s_earlier where declaration_id = :id and act between :from and :to"
                  .formatted(table))
          .param("id", id)
          .param("from", from)
          .param("to", to)
          .update();
    }
    jdbc.sql(
            """
            delete from draft_act
            where declaration_id = :id and number between :from and :to
            """)
        .param("id", id)
        .param("from", from)
        .param("to", to)
        .update();
  }
}
