package eu.jalon.security.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.TestClock;
import eu.jalon.security.login.HourlyThrottle;
import eu.jalon.security.login.ThrottledException;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;

class PendingSignInsTest {

  private static final int ALLOWED = 2;

  private final TestClock clock = TestClock.at("2027-03-01T07:00");
  private final PendingSignIns pending =
      new PendingSignIns(
          new RelyingParty(new JdbcTemplate(), "https://jalon.example.org"),
          new HourlyThrottle(ALLOWED, clock));
  private final PublicKeyCredentialRequestOptions options =
      PublicKeyCredentialRequestOptions.builder()
          .challenge(Bytes.random())
          .rpId("jalon.example.org")
          .build();

  @Test
  void theChallengeIsKeptAndTheUserIsVerified() {
    MockHttpServletRequest request = new MockHttpServletRequest();

    pending.save(request, new MockHttpServletResponse(), options);

    PublicKeyCredentialRequestOptions loaded = Objects.requireNonNull(pending.load(request));
    assertThat(loaded.getChallenge()).isEqualTo(options.getChallenge());
    assertThat(loaded.getUserVerification()).isSameAs(UserVerificationRequirement.REQUIRED);
  }

  @Test
  void aNetworkBeginsAsManySessionsAsAllowed() {
    for (int i = 0; i < ALLOWED; i++) {
      pending.save(new MockHttpServletRequest(), new MockHttpServletResponse(), options);
    }
    MockHttpServletRequest more = new MockHttpServletRequest();

    assertThatExceptionOfType(ThrottledException.class)
        .isThrownBy(() -> pending.save(more, new MockHttpServletResponse(), options));
    assertThat(more.getSession(false)).isNull();
    clock.moveTo("2027-03-01T08:01");
    pending.save(more, new MockHttpServletResponse(), options);
    assertThat(pending.load(more)).as("an hour later").isNotNull();
  }

  @Test
  void theSessionOfAnAttemptEndsButNotThatOfAUser() {
    MockHttpServletRequest anonymous = new MockHttpServletRequest();
    pending.save(anonymous, new MockHttpServletResponse(), options);
    MockHttpServletRequest user = new MockHttpServletRequest();
    HttpSession session = Objects.requireNonNull(user.getSession());
    session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, "user");
    pending.save(user, new MockHttpServletResponse(), options);

    pending.save(anonymous, new MockHttpServletResponse(), null);
    pending.save(user, new MockHttpServletResponse(), null);

    assertThat(anonymous.getSession(false)).isNull();
    assertThat(user.getSession(false)).isSameAs(session);
    assertThat(pending.load(user)).isNull();
  }
}
