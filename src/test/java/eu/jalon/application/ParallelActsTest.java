package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.EnteredItem;
import eu.jalon.SessionClient;
import eu.jalon.directory.Parties;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Acts on one commitment, each against itself and against each other at the same moment: the slower
 * one is told so, and engine and register agree afterwards.
 */
abstract class ParallelActsTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default/task/";
  private static final String OF = "/api/commitments/{ref}/";
  private static final String REASON = "\"reason\":\"Le comité se réunit plus tard.\"";
  private static final String MULTIPART = "multipart/form-data; boundary=b";
  private static final String UPLOADED =
      String.join(
          "\r\n",
          "--b",
          "Content-Disposition: form-data; name=\"file\"; filename=\"note.txt\"",
          "Content-Type: text/plain",
          "",
          "Une note.",
          "--b--",
          "");

  private static final String CLOSED =
      "{\"heldOn\":\"2027-02-26\",\"next\":{\"id\":\""
          + RaceMeetings.LAST
          + "\",\"names\":{\"fr\":\"Course\"}},"
          + REASON
          + "}";

  /** Requests of each act at the same moment when two acts meet. */
  private static final int THREADS = 10;

  private static final Set<Integer> ANSWERS = Set.of(200, 201, 202, 204, 302, 400, 403, 404, 409);

  /** An act on a commitment of BE-IBZ or on its open item. */
  enum Act {
    COMPLETE("be-ibz", "/api/action-items/{id}/complete", "{}"),
    COMPLETE_IN_TASKLIST("be-ibz", ENGINE + "{id}/submit-form", "{}"),
    CLAIM("be-ibz", ENGINE + "{id}/claim", "{\"userId\":\"be-ibz\"}"),
    EXTEND("coord-be", OF + "extend", "{\"deadlineRule\":\"2027-11-15\"," + REASON + "}"),
    REASSIGN("coord-be", OF + "reassign", "{\"ministry\":\"BE-MOB\"," + REASON + "}"),
    WITHDRAW("coord-be", OF + "withdraw", "{" + REASON + "}"),
    CORRECT(
        "coord-be",
        "/api/commitments/{ref}",
        "{\"titles\":{\"fr\":\"Titre corrigé\"},\"version\":0," + REASON + "}"),
    SPLIT("coord-be", OF + "split", "{\"titles\":{\"fr\":\"Une part\"}," + REASON + "}"),
    PRIORITISE("coord-be", OF + "priority", "{\"priority\":\"HIGH\"," + REASON + "}"),
    ASK_FOR_TIME("be-ibz", OF + "extend", "{\"deadlineRule\":\"2027-12-15\"," + REASON + "}"),
    POSTPONE_REMINDERS("be-ibz", "/api/action-items/{id}/on-it", "{\"until\":\"2027-03-05\"}"),
    RELEASE("be-ibz", "/api/action-items/{id}/release", ""),
    ASSIGN("coord-be", "/api/action-items/{id}/assign", "{\"person\":\"be-ibz-nl\"}"),
    UPLOAD("be-ibz", "/api/action-items/{id}/evidence", ""),
    ASK_QUESTION("be-ibz", OF + "questions", "{\"text\":\"Qui participe à l’exercice ?\"}"),
    REMIND("coord-be", OF + "remind", "{" + REASON + "}"),
    MOVE_MEETING("coord-be", "/api/summits/{meeting}/move", ""),
    CLOSE_MEETING("coord-be", "/api/summits/{meeting}/close", CLOSED),
    ANSWER_CLOSING(
        "coord-be",
        "/api/summits/{meeting}/closing/answers",
        "{\"refs\":[\"{ref}\"],\"decision\":\"FULFILLED\"," + REASON + "}"),
    PROPOSE_LEAD("coord-be", OF + "reassign", "{\"ministry\":\"FR-JUS\"," + REASON + "}");

    private final String by;
    private final String path;
    private final String body;

    Act(String by, String path, String body) {
      this.by = by;
      this.path = path;
      this.body = body;
    }

    private HttpResponse<String> send(SessionClient user, EnteredItem item, String body) {
      return this == UPLOAD
          ? user.send("POST", path(item), MULTIPART, UPLOADED, Map.of())
          : user.json(
              this == CORRECT ? "PATCH" : "POST", path(item), body.replace("{ref}", item.ref()));
    }

    private String path(EnteredItem item) {
      return path.replace("{id}", item.id())
          .replace("{ref}", item.ref())
          .replace("{meeting}", meetingOf(item));
    }
  }

  private static final Set<Act> OF_MEETING =
      EnumSet.of(Act.MOVE_MEETING, Act.CLOSE_MEETING, Act.ANSWER_CLOSING);

  /** Of these, one of several at once can succeed. */
  private static final Set<Act> ONCE =
      EnumSet.of(
          Act.COMPLETE,
          Act.COMPLETE_IN_TASKLIST,
          Act.EXTEND,
          Act.REASSIGN,
          Act.WITHDRAW,
          Act.CORRECT,
          Act.SPLIT,
          Act.PRIORITISE,
          Act.ASK_FOR_TIME,
          Act.MOVE_MEETING,
          Act.CLOSE_MEETING,
          Act.PROPOSE_LEAD);

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Parties parties;

  private final Map<String, SessionClient> visitors = new java.util.HashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @BeforeEach
  void signIn() {
    for (String who : List.of("be-ibz", "coord-be")) {
      visitors.put(who, SessionClient.signedIn(port, who));
    }
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
    new RaceMeetings(parties, jdbc).end();
  }

  @ParameterizedTest
  @EnumSource
  void b11_robustness1_twentyAtOnceActOnce(Act act) {
    EnteredItem item = item(List.of(act));

    List<HttpResponse<String>> answers =
        together(item, Stream.generate(() -> act).limit(20).toList());

    answers.forEach(answer -> assertAnswered(act, answer));
    if (ONCE.contains(act)) {
      assertThat(answers.stream().filter(ParallelActsTest::succeeded)).as(act.name()).hasSize(1);
      assertThat(answers.stream().filter(answer -> !succeeded(answer)))
          .allSatisfy(
              answer -> {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
                assertThat(answer.body()).containsAnyOf("\"detail\":", "\"message\":");
              });
    }
    Consistency.assertConsistent(jdbc);
  }

  @Test
  void b11_coordinators3_aCommitmentIsReopenedOnce() {
    EnteredItem item = item(List.of(Act.WITHDRAW));
    withdraw(item);
    CyclicBarrier barrier = new CyclicBarrier(8);
    List<Future<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(
          threads.submit(
              () -> {
                barrier.await();
                return visitors
                    .get("coord-be")
                    .json("POST", "/api/commitments/" + item.ref() + "/reopen", "{" + REASON + "}");
              }));
    }

    List<Integer> answers = calls.stream().map(call -> get(call).statusCode()).toList();

    assertThat(answers).containsOnly(200, 409);
    assertThat(answers).filteredOn(answer -> answer == 200).hasSize(1);
    Consistency.assertConsistent(jdbc);
  }

  @Test
  void b11_coordinators3_aProposalIsConfirmedOnce() {
    EnteredItem item = item(List.of(Act.WITHDRAW));
    String proposal = propose(item);
    SessionClient other = SessionClient.signedIn(port, "coord-fr");
    CyclicBarrier barrier = new CyclicBarrier(8);
    List<Future<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(
          threads.submit(
              () -> {
                barrier.await();
                return other.json("POST", proposal + "/confirm", "");
              }));
    }

    List<Integer> answers = calls.stream().map(call -> get(call).statusCode()).toList();

    assertThat(answers).containsOnly(204, 409);
    assertThat(answers).filteredOn(answer -> answer == 204).hasSize(1);
    Consistency.assertConsistent(jdbc);
  }

  private void withdraw(EnteredItem item) {
    String proposal = propose(item);
    assertThat(
            SessionClient.signedIn(port, "coord-fr")
                .json("POST", proposal + "/confirm", "")
                .statusCode())
        .isEqualTo(204);
  }

  /** Proposes to withdraw a commitment; returns the address of the proposal. */
  private String propose(EnteredItem item) {
    HttpResponse<String> proposed =
        Act.WITHDRAW.send(visitors.get("coord-be"), item, Act.WITHDRAW.body);
    assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(202);
    return "/api/proposals/" + proposed.body().replaceAll("(?s).*\"id\":(\\d+).*", "$1");
  }

  @Test
  void b11_focalPoints16_publicReports7_whoCompletedFirstIsNamed() {
    EnteredItem item = item(List.of(Act.COMPLETE));
    List<HttpResponse<String>> answers =
        together(item, Stream.generate(() -> Act.COMPLETE_IN_TASKLIST).limit(6).toList());

    HttpResponse<String> late = visitors.get("be-ibz").json("POST", Act.COMPLETE.path(item), "{}");

    assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
        .hasSize(5)
        .allSatisfy(answer -> assertThat(answer.body()).contains("be-ibz", item.ref()));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("be-ibz", item.ref());
  }

  @Test
  void b11_robustness1_everyActAgainstEveryOther() throws IOException {
    List<String> figures = new ArrayList<>();
    for (Act one : Act.values()) {
      for (Act other : Act.values()) {
        if (one.compareTo(other) < 0) {
          figures.add(race(one, other));
        }
      }
    }
    Consistency.assertConsistent(jdbc);
    report(figures);
  }

  /** Runs two acts at the same moment, and returns a row of the report. */
  private String race(Act one, Act other) {
    List<Act> acts =
        Stream.generate(() -> List.of(one, other)).limit(THREADS).flatMap(List::stream).toList();
    long begun = System.nanoTime();
    List<HttpResponse<String>> answers = together(item(List.of(one, other)), acts);
    Map<Act, Map<Integer, Integer>> statuses = new EnumMap<>(Act.class);
    for (int i = 0; i < acts.size(); i++) {
      assertAnswered(acts.get(i), answers.get(i));
      statuses
          .computeIfAbsent(acts.get(i), act -> new TreeMap<>())
          .merge(answers.get(i).statusCode(), 1, Integer::sum);
    }
    Map<Act, Integer> won = new EnumMap<>(Act.class);
    statuses.forEach(
        (act, counts) ->
            counts.forEach(
                (status, times) -> {
                  if (status < 300) {
                    won.merge(act, times, Integer::sum);
                  }
                }));
    assertThat(won)
        .as("%s against %s: one of them wins", one, other)
        .isNotEmpty()
        .allSatisfy(
            (act, times) ->
                assertThat(times)
                    .as(act.name())
                    .isLessThanOrEqualTo(ONCE.contains(act) ? 1 : THREADS));
    return "| %s | %s | %s | %s | %d |"
        .formatted(
            one,
            other,
            statuses.get(one),
            statuses.get(other),
            (System.nanoTime() - begun) / 1_000_000);
  }

  /** Writes how often each act was answered with each status. */
  private void report(List<String> figures) throws IOException {
    String database = getClass().getSimpleName().contains("H2") ? "h2" : "postgresql";
    Path report = Path.of("target", "races", database + ".md");
    Files.createDirectories(report.getParent());
    Files.writeString(
        report,
        "# Every act against every other, %d requests each, on %s%n%n".formatted(THREADS, database)
            + "| one | other | answers to one | answers to the other | ms |\n"
            + "|---|---|---|---|---|\n"
            + String.join("\n", figures)
            + "\n");
  }

  @Test
  void b12_robustness1_absencesOfOnePersonNeverOverlap() {
    List<Future<HttpResponse<String>>> answers = new ArrayList<>();
    CyclicBarrier barrier = new CyclicBarrier(20);
    for (int i = 0; i < 20; i++) {
      int day = 1 + i % 5;
      answers.add(
          threads.submit(
              () -> {
                barrier.await();
                return visitors
                    .get("be-ibz")
                    .json(
                        "PUT",
                        "/api/people/be-ibz/absence",
                        "{\"from\":\"2027-04-0%d\",\"until\":\"2027-04-09\"}".formatted(day));
              }));
    }

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get().statusCode()).isEqualTo(204));
    assertThat(
            count(
                """
                select count(*) from absence a
                join absence b on b.person_id = a.person_id and b.id > a.id
                  and b.from_on <= a.until_on and b.until_on >= a.from_on
                """))
        .isZero();
    assertThat(count("select count(*) from absence where person_id = 'be-ibz'")).isOne();
  }

  private static boolean succeeded(HttpResponse<String> answer) {
    return answer.statusCode() < 300;
  }

  private static void assertAnswered(Act act, HttpResponse<String> answer) {
    // One address may send eight file uploads at once; the others are asked to wait.
    if (act == Act.UPLOAD && answer.statusCode() == 503) {
      return;
    }
    // A slow machine holds more requests of one user than the limit of a user allows.
    if (answer.statusCode() == 429) {
      return;
    }
    assertThat(ANSWERS)
        .as("%s: %d %s", act, answer.statusCode(), answer.body())
        .contains(answer.statusCode());
  }

  private List<HttpResponse<String>> together(EnteredItem item, List<Act> acts) {
    CyclicBarrier barrier = new CyclicBarrier(acts.size());
    String move = acts.contains(Act.MOVE_MEETING) ? move(meetingOf(item)) : "";
    List<Future<HttpResponse<String>>> calls = new ArrayList<>();
    for (Act act : acts) {
      String body = act == Act.MOVE_MEETING ? move : act.body;
      calls.add(
          threads.submit(
              () -> {
                barrier.await();
                return act.send(visitors.get(act.by), item, body);
              }));
    }
    return calls.stream().map(ParallelActsTest::get).toList();
  }

  private static HttpResponse<String> get(Future<HttpResponse<String>> call) {
    try {
      return call.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (java.util.concurrent.ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    }
  }

  /**
   * A commitment that is entered for one race, and what BE-IBZ has to do first. Where its meeting
   * is moved or closed, it is due at a meeting of its own.
   */
  private EnteredItem item(List<Act> acts) {
    String meeting =
        acts.stream().anyMatch(OF_MEETING::contains)
            ? new RaceMeetings(parties, jdbc).add()
            : EnteredItem.MEETING;
    return EnteredItem.enter(visitors.get("coord-be"), jdbc, meeting);
  }

  private static String meetingOf(EnteredItem item) {
    return item.ref().substring(0, item.ref().indexOf('-'));
  }

  /** Moves a meeting by a day. */
  private String move(String meeting) {
    return jdbc.sql("select held_on, version from meeting where id = :meeting")
        .param("meeting", meeting)
        .query(
            (row, n) ->
                "{\"date\":\"%s\",\"version\":%d,%s}"
                    .formatted(
                        row.getObject("held_on", LocalDate.class).plusDays(1),
                        row.getInt("version"),
                        REASON))
        .single();
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
