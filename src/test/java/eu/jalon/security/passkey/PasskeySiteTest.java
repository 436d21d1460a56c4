package eu.jalon.security.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeySiteTest {

  @ParameterizedTest
  @CsvSource({
    "https://jalon.example.org, jalon.example.org, https://jalon.example.org",
    "https://Jalon.Example.org:443/, jalon.example.org, https://jalon.example.org",
    "https://jalon.example.org:8443/app, jalon.example.org, https://jalon.example.org:8443",
    "http://localhost:8080, localhost, http://localhost:8080",
    "https://intranet, intranet, https://intranet"
  })
  void passkeysBelongToTheHostOfTheAddress(String baseUrl, String host, String origin) {
    assertThat(PasskeySite.of(baseUrl)).contains(new PasskeySite(host, origin));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://jalon.example.org",
        "http://127.0.0.1:8080",
        "https://192.0.2.1",
        "https://[2001:db8::1]/"
      })
  void browsersOfferNoneWithoutHttpsNorForIpAddresses(String baseUrl) {
    assertThat(PasskeySite.of(baseUrl)).isEmpty();
  }
}
