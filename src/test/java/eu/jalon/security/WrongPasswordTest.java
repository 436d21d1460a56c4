package eu.jalon.security;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.DemoOnH2;
import eu.jalon.security.login.LoginThrottle;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks that a wrong password is compared, counted and logged once. */
@DemoOnH2
class WrongPasswordTest {

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  @Test
  void b8_aWrongBasicPasswordIsCheckedAndLoggedOnce() {
    Visitor program = visitor();
    for (int failure = 1; failure <= LoginThrottle.FREE_FAILURES; failure++) {
      assertThat(program.call("fr-tra", "wrong", "/api/commitments", "{}").statusCode())
          .as("failure %d", failure)
          .isEqualTo(401);
      assertThat(logged("fr-tra")).isEqualTo(failure);
    }
    assertThat(program.call("fr-tra", "wrong", "/api/commitments", "{}").statusCode())
        .isEqualTo(429);
  }

  @Test
  void b8_aWrongPasswordOnTheLoginPageIsCheckedAndLoggedOnce() {
    Visitor browser = visitor();

    browser.post("/login", "/login", Map.of("username", "fr-jus", "password", "wrong"));

    assertThat(logged("fr-jus")).isOne();
  }

  private Visitor visitor() {
    return new Visitor("http://127.0.0.1:" + port);
  }

  private long logged(String person) {
    return jdbc.sql(
            "select count(*) from audit_entry where kind = 'SIGN_IN_FAILED' and person = :person")
        .param("person", person)
        .query(Long.class)
        .single();
  }
}
