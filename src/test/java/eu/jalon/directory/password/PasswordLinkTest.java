package eu.jalon.directory.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.jalon.SessionClient;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.mail.EmailComposer;
import eu.jalon.mail.MailQueue;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invitations and forgotten passwords, from the request to the sign-in with the new password. */
abstract class PasswordLinkTest {

  private static final String WHO = "be-link";
  private static final String PASSWORD = "une phrase que je retiens";
  private static final Pattern LINK = Pattern.compile("/password\\?lang=fr&token=([\\w-]{43})");

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private Directory directory;
  @Autowired private MailQueue mailQueue;
  @Autowired private EmailComposer composer;

  @BeforeEach
  void enter() {
    directory.enter(List.of(), List.of(person("be-link@example.org")));
  }

  @AfterEach
  void remove() {
    jdbc.sql("delete from password_link where person_id = :who").param("who", WHO).update();
    jdbc.sql("delete from email where person_id = :who").param("who", WHO).update();
    jdbc.sql("delete from person where id = :who").param("who", WHO).update();
  }

  @Test
  void coordinators15_focalPoints20_anInvitedPersonChoosesAPasswordOnce() {
    assertThat(invite().statusCode()).isEqualTo(204);
    String token = token(email("INVITATION"));
    SessionClient visitor = SessionClient.anonymous(port);

    assertThat(visitor.get("/password?token=" + token).body()).contains(WHO, "name=\"again\"");
    assertThat(location(set(visitor, token, "court", "court"))).contains("refused=short");
    assertThat(location(set(visitor, token, PASSWORD, "autre"))).contains("refused=differs");
    assertThat(location(set(visitor, token, PASSWORD, PASSWORD))).contains("/login?", "password");

    assertThat(signIn(PASSWORD)).doesNotContain("/login");
    assertThat(visitor.get("/password?token=" + token).body()).doesNotContain(WHO, "\"again\"");
    set(visitor, token, "une tout autre phrase", "une tout autre phrase");
    assertThat(signIn("une tout autre phrase")).contains("/login?error");
    assertThat(hashes()).hasSize(1).doesNotContain(token);
  }

  @Test
  void coordinators15_aLinkExpiresAfterThreeDays() {
    invite();
    String token = token(email("INVITATION"));
    assertThat(
            count(
                """
                select count(*) from password_link
                where person_id = :who and expires_at > asked_at + interval '71' hour
                  and expires_at < asked_at + interval '73' hour
                """))
        .isOne();
    jdbc.sql(
            "update password_link set expires_at = asked_at - interval '1' second where person_id ="
                + " :who")
        .param("who", WHO)
        .update();
    SessionClient visitor = SessionClient.anonymous(port);

    assertThat(visitor.get("/password?token=" + token).body()).doesNotContain("name=\"again\"");
    assertThat(location(set(visitor, token, PASSWORD, PASSWORD))).contains("/password?");
    assertThat(signIn(PASSWORD)).contains("/login?error");
  }

  @Test
  void coordinators15_theJournalNeverShowsTheToken() {
    invite();
    UUID id = email("INVITATION");
    String token = token(id);

    String page = SessionClient.signedIn(port, "coord-be").get("/emails/" + id).body();
    assertThat(page).contains("Invitation").doesNotContain(token);
    assertThat(mailQueue.message(id)).doesNotContain(token);
  }

  @Test
  void coordinators15_theAnswerToAForgottenPasswordNeverTellsWhetherThereIsAnAccount() {
    List<String> answers = new ArrayList<>();
    for (String typed :
        List.of("nobody-here", "nobody@example.org", "<x>", "BE-LINK@example.ORG")) {
      SessionClient visitor = SessionClient.anonymous(port);
      visitor.readToken("/password/forgotten");
      HttpResponse<String> answer =
          visitor.form("/password/forgotten", Map.of("account", typed, "lang", "fr"));
      answers.add(answer.statusCode() + " " + location(answer) + " " + answer.body());
    }
    assertThat(answers)
        .hasSize(4)
        .allMatch(answers.get(0)::equals)
        .first()
        .asString()
        .contains("sent");
    await().until(() -> count("select count(*) from email where person_id = :who") == 1);

    SessionClient visitor = SessionClient.anonymous(port);
    set(visitor, token(email("PASSWORD")), PASSWORD, PASSWORD);
    assertThat(signIn(PASSWORD)).doesNotContain("/login");
  }

  @Test
  void coordinators15_aPersonGetsThreeLinksInAnHour() {
    for (int i = 0; i < PasswordLinks.MAX_PER_HOUR; i++) {
      assertThat(invite().statusCode()).isEqualTo(204);
    }
    HttpResponse<String> refused = invite();

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains(WHO);
    assertThat(count("select count(*) from email where person_id = :who")).isEqualTo(3);
  }

  @Test
  void coordinators7_aDoubleClickInvitesOnce() {
    SessionClient coordinator = SessionClient.signedIn(port, "coord-be");
    for (int i = 0; i < 2; i++) {
      coordinator.form("/people/" + WHO + "/invite", Map.of("_once", "the-same-form"));
    }
    assertThat(count("select count(*) from email where person_id = :who")).isOne();
    assertThat(coordinator.get("/people/" + WHO).body()).contains("role=\"status\"");
  }

  @Test
  void coordinators7_ofManyAtOnceOneSetsThePassword() throws Exception {
    invite();
    String token = token(email("INVITATION"));
    CyclicBarrier barrier = new CyclicBarrier(6);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String password = PASSWORD + i;
        answers.add(
            threads.submit(
                () -> {
                  SessionClient visitor = SessionClient.anonymous(port);
                  visitor.readToken("/login");
                  barrier.await();
                  return set(visitor, token, password, password);
                }));
      }
      int won = 0;
      for (Future<HttpResponse<String>> answer : answers) {
        won += location(answer.get()).contains("/login?") ? 1 : 0;
      }
      assertThat(won).isOne();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void onlyWhoManagesAPersonInvites() {
    String path = "/api/people/" + WHO + "/invite";
    for (String who : List.of("coord-fr", "be-ibz")) {
      assertThat(SessionClient.signedIn(port, who).json("POST", path, "").statusCode())
          .as(who)
          .isEqualTo(403);
    }
    directory.enter(List.of(), List.of(person(null)));
    assertThat(invite().statusCode()).as("without an address").isEqualTo(409);
  }

  private static Person person(@Nullable String address) {
    return new Person(
        new PersonId(WHO),
        LocalText.same("Point de contact"),
        address == null ? null : new EmailAddress(address),
        Texts.FR,
        Role.FOCAL_POINT,
        new MinistryCode("BE-FIN"));
  }

  private HttpResponse<String> invite() {
    return SessionClient.signedIn(port, "coord-be")
        .json("POST", "/api/people/" + WHO + "/invite", "");
  }

  private UUID email(String kind) {
    return jdbc.sql("select id from email where person_id = :who and kind = :kind")
        .param("who", WHO)
        .param("kind", kind)
        .query((row, n) -> row.getObject("id", UUID.class))
        .single();
  }

  /** The token of the e-mail as it is composed to be sent. */
  private String token(UUID email) {
    String text =
        Objects.requireNonNull(
                composer
                    .compose(List.of(mailQueue.get(email)), EmailComposer.Purpose.SENDING)
                    .get(email))
            .text();
    Matcher link = LINK.matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return link.group(1);
  }

  private static HttpResponse<String> set(
      SessionClient visitor, String token, String password, String again) {
    if (visitor.token().isEmpty()) {
      visitor.readToken("/login");
    }
    return visitor.form(
        "/password", Map.of("token", token, "password", password, "again", again, "lang", "fr"));
  }

  private String signIn(String password) {
    SessionClient visitor = SessionClient.anonymous(port);
    visitor.readToken("/login");
    return location(visitor.form("/login", Map.of("username", WHO, "password", password)));
  }

  private List<String> hashes() {
    return jdbc.sql("select token_hash from password_link where person_id = :who")
        .param("who", WHO)
        .query(String.class)
        .list();
  }

  private long count(String sql) {
    return jdbc.sql(sql).param("who", WHO).query(Long.class).single();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
