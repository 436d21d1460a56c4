package eu.jalon.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.security.AccountPrincipal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.FlashMap;

/** Checks what may be kept in a session, and what is made of bytes in the database. */
class SessionValuesTest {

  private static final AccountPrincipal ACCOUNT = new AccountPrincipal("be-ibz", "FOCAL_POINT", 3);

  private final ConversionService conversion = SessionValues.conversion();

  @Test
  void aSignInByPasswordIsReadAsItWasWritten() {
    UsernamePasswordAuthenticationToken token =
        UsernamePasswordAuthenticationToken.authenticated(ACCOUNT, null, ACCOUNT.getAuthorities());
    token.setDetails(new WebAuthenticationDetails("192.0.2.1", null));

    assertThat(again(new SecurityContextImpl(token))).isEqualTo(new SecurityContextImpl(token));
  }

  @Test
  void aSignInByOpenIdConnectIsReadAsItWasWritten() {
    OAuth2AuthenticationToken token =
        new OAuth2AuthenticationToken(ACCOUNT, ACCOUNT.getAuthorities(), "be");

    assertThat(again(new SecurityContextImpl(token))).isEqualTo(new SecurityContextImpl(token));
  }

  @Test
  void theAttributesOfFrameworksAreReadAsTheyWereWritten() {
    FlashMap flash = new FlashMap();
    flash.put("typed", Map.of("text", "été"));
    flash.put("ticked", Set.of("VD2027-1.01"));
    flash.startExpirationPeriod(180);
    Authentications webApps = new Authentications();
    UserAuthentication user = new UserAuthentication("be-ibz", "default");
    user.setGroupIds(List.of("BE-IBZ"));
    user.setAuthorizedApps(Set.of("tasklist"));
    webApps.addOrReplace(user);

    assertThat(again(List.of(flash))).isEqualTo(List.of(flash));
    assertThat(again(webApps))
        .isInstanceOfSatisfying(
            Authentications.class,
            read ->
                assertThat(read.getAuthentications())
                    .singleElement()
                    .usingRecursiveComparison()
                    .isEqualTo(user));
    assertThat(again(new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "token")))
        .usingRecursiveComparison()
        .isEqualTo(new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "token"));
  }

  @Test
  void anObjectOfAnUnknownPackageIsNotRead() {
    assertThat(again(List.of(new BigDecimal("1.5")))).isNull();
  }

  @Test
  void bytesThatAreNoObjectCountAsMissing() {
    assertThat(read("not an object".getBytes(StandardCharsets.US_ASCII))).isNull();
  }

  @Test
  void aValueThatCannotBeWrittenFails() {
    assertThatExceptionOfType(ConversionFailedException.class)
        .isThrownBy(() -> written(Map.of("typed", new Object())));
  }

  private @Nullable Object again(Object value) {
    return read(written(value));
  }

  private byte[] written(Object value) {
    return (byte[])
        conversion.convert(
            value, TypeDescriptor.valueOf(Object.class), TypeDescriptor.valueOf(byte[].class));
  }

  private @Nullable Object read(byte[] bytes) {
    return conversion.convert(
        bytes, TypeDescriptor.valueOf(byte[].class), TypeDescriptor.valueOf(Object.class));
  }
}
