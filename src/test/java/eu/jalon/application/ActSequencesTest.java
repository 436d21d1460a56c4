package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random sequences of acts by the coordinations of two parties and by their focal points. After
 * each act: what was refused changed nothing, what succeeded is in the history, what the history
 * held before is unchanged, each open item belongs to a ministry with a reader, and reopening
 * restores what a withdrawal ended. The engine agrees with the register at the end.
 */
abstract class ActSequencesTest extends ApplicationTest {

  private static final int ACTS = 30;
  private static final List<String> BELGIAN = List.of("BE-IBZ", "BE-JUS", "BE-MOB");
  private static final List<String> FRENCH = List.of("FR-INT", "FR-JUS", "FR-TRA");

  /** What a user can do with a commitment. */
  private enum Act {
    EXTEND,
    REASSIGN,
    PRIORITISE,
    CORRECT,
    SPLIT,
    COMPLETE,
    WITHDRAW,
    CONFIRM,
    DECLINE,
    RETRACT,
    REOPEN
  }

  /** A commitment as a reader of the register sees it. */
  private record State(String status, List<String> facts, List<String> items, List<String> past) {}

  @Autowired private JdbcClient jdbc;

  private final Map<String, State> beforeWithdrawal = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void coordinators_anySequenceOfActsKeepsTheRegisterConsistent(long seed) {
    Random random = new Random(seed);
    List<String> refs = new ArrayList<>(List.of(entered(), entered()));
    int succeeded = 0;
    for (int i = 0; i < ACTS; i++) {
      Act act = Act.values()[random.nextInt(Act.values().length)];
      String ref = refs.get(random.nextInt(refs.size()));
      String coordinator = random.nextBoolean() ? "coord-be" : "coord-fr";
      State before = state(ref);
      ResponseEntity<JsonNode> answer = send(act, ref, coordinator, random);
      State after = state(ref);
      String what = "seed %d, act %d: %s of %s by %s".formatted(seed, i, act, ref, coordinator);
      int status = answer.getStatusCode().value();
      assertThat(status)
          .as("%s: %s", what, answer.getBody())
          .isIn(200, 201, 202, 204, 400, 403, 404, 409);
      if (status >= 300) {
        assertThat(after).as(what).isEqualTo(before);
        continue;
      }
      succeeded++;
      assertThat(after.past()).as(what).startsWith(before.past().toArray(String[]::new));
      assertThat(after.past()).as(what).hasSizeGreaterThan(before.past().size());
      assertThat(withoutReader(ref)).as(what).isZero();
      assertThat(toldTwice(ref)).as(what).isEmpty();
      if (before.status().equals("IN_PROGRESS") && after.status().equals("WITHDRAWN")) {
        beforeWithdrawal.put(ref, before);
        assertThat(after.items()).as(what).isEmpty();
      }
      if (act == Act.REOPEN) {
        State restored = beforeWithdrawal.get(ref);
        assertThat(after.status()).as(what).isEqualTo("IN_PROGRESS");
        assertThat(after.facts()).as(what).isEqualTo(restored.facts());
        assertThat(after.items()).as(what).isEqualTo(restored.items());
      }
      if (act == Act.SPLIT) {
        refs.add(answer.getBody().path("ref").asText());
      }
    }
    assertThat(succeeded).as("acts that succeeded").isGreaterThan(ACTS / 4);
    Consistency.assertConsistent(jdbc);
  }

  private ResponseEntity<JsonNode> send(Act act, String ref, String coordinator, Random random) {
    String path = "/api/commitments/" + ref;
    String reason = "Décision du comité, acte " + random.nextInt(1000);
    return switch (act) {
      case EXTEND ->
          calls()
              .post(
                  coordinator,
                  path + "/extend",
                  Map.of(
                      "deadlineRule",
                      "2027-%02d-15".formatted(4 + random.nextInt(8)),
                      "reason",
                      reason));
      case REASSIGN -> {
        List<String> ministries = coordinator.equals("coord-be") ? BELGIAN : FRENCH;
        String ministry = ministries.get(random.nextInt(ministries.size()));
        yield calls()
            .post(coordinator, path + "/reassign", Map.of("ministry", ministry, "reason", reason));
      }
      case PRIORITISE ->
          calls()
              .post(
                  coordinator,
                  path + "/priority",
                  Map.of("priority", random.nextBoolean() ? "HIGH" : "NORMAL", "reason", reason));
      case CORRECT ->
          calls()
              .patch(
                  coordinator,
                  path,
                  Map.of(
                      "titles", Map.of("fr", "Une étape corrigée " + UUID.randomUUID()),
                      "version", version(ref),
                      "reason", reason));
      case SPLIT ->
          calls()
              .post(
                  coordinator,
                  path + "/split",
                  Map.of(
                      "titles", Map.of("fr", "Une part " + UUID.randomUUID()), "reason", reason));
      case COMPLETE -> complete(ref, random);
      case WITHDRAW -> calls().post(coordinator, path + "/withdraw", Map.of("reason", reason));
      case CONFIRM -> calls().post(coordinator, proposal(ref) + "/confirm", Map.of());
      case DECLINE ->
          calls().post(coordinator, proposal(ref) + "/decline", Map.of("reason", reason));
      case RETRACT -> calls().post(coordinator, proposal(ref) + "/withdraw", Map.of());
      case REOPEN -> calls().post(coordinator, path + "/reopen", Map.of("reason", reason));
    };
  }

  /** Completes the open item of a ministry that has an account of the same name. */
  private ResponseEntity<JsonNode> complete(String ref, Random random) {
    List<String[]> open =
        jdbc.sql(
                """
                select i.id, p.id as person from action_item i
                join person p on p.id = lower(i.ministry)
                where i.ref = :ref and i.status = 'OPEN' order by i.ministry
                """)
            .param("ref", ref)
            .query((row, n) -> new String[] {row.getString("id"), row.getString("person")})
            .list();
    if (open.isEmpty()) {
      return calls().post("be-ibz", "/api/action-items/none/complete", Map.of());
    }
    String[] item = open.get(random.nextInt(open.size()));
    return calls().tryToComplete(item[1], item[0], Map.of());
  }

  private String proposal(String ref) {
    long id =
        jdbc.sql("select coalesce(max(id), 0) from proposal where ref = :ref and status = 'OPEN'")
            .param("ref", ref)
            .query(Long.class)
            .single();
    return "/api/proposals/" + id;
  }

  private int version(String ref) {
    return jdbc.sql("select version from commitment where ref = :ref")
        .param("ref", ref)
        .query(Integer.class)
        .single();
  }

  private State state(String ref) {
    List<String> facts =
        texts(
            """
            select title || ' ' || priority || ' ' || accountable || ' ' || deadline_rule || ' '
              || coalesce(cast(due_on as varchar), '')
            from commitment where ref = :ref
            union all
            select party || ' ' || ministry from commitment_lead where ref = :ref
            order by 1
            """,
            ref);
    List<String> items =
        texts(
            """
            select ministry || ' ' || step || ' ' || cast(due_on as varchar) from action_item
            where ref = :ref and status = 'OPEN' order by 1
            """,
            ref);
    List<String> past =
        texts(
            """
            select cast(id as varchar) || ' ' || what || ' ' || coalesce(old_value, '') || ' '
              || coalesce(new_value, '') || ' ' || coalesce(reason, '') || ' ' || changed_by
            from commitment_change where ref = :ref order by id
            """,
            ref);
    String status = texts("select status from commitment where ref = :ref", ref).get(0);
    return new State(status, facts, items, past);
  }

  private List<String> texts(String sql, String ref) {
    return jdbc.sql(sql).param("ref", ref).query(String.class).list();
  }

  /** Open items of a ministry that nobody with an open account reads. */
  private long withoutReader(String ref) {
    return records()
        .count(
            """
            select count(*) from action_item i
            where i.ref = :ref and i.status = 'OPEN' and not exists
              (select 1 from person p where p.ministry = i.ministry and p.closed_at is null)
            """,
            ref);
  }

  /** People who received the same message about a commitment more than once. */
  private List<String> toldTwice(String ref) {
    return texts(
        """
        select e.person_id || ' ' || e.kind || ' ' || cast(e.about_id as varchar)
        from email e
        join email_commitment c on c.email_id = e.id
        where c.ref = :ref and e.about_id <> 0
        group by e.person_id, e.kind, e.about_id
        having count(*) > 1
        """,
        ref);
  }

  private String entered() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("fr", "Une étape " + UUID.randomUUID());
    titles.put("nl", "Een stap meer");
    return calls()
        .post(
            "coord-be",
            "/api/commitments",
            Map.of(
                "summit", "DEF2018",
                "theme", 0,
                "titles", titles,
                "track", "OPERATIONAL_CAPABILITY",
                "leads", Map.of("BE", "BE-IBZ", "FR", "FR-INT"),
                "accountable", "BE",
                "deadlineRule", "S-30wd"))
        .getBody()
        .path("ref")
        .asText();
  }
}
