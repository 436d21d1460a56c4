package eu.jalon.security.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

class TrustedProxiesInitializerTest {

  @Test
  void productionDoesNotStartWithoutNamedProxies() throws IOException {
    MockEnvironment production = new MockEnvironment();
    new YamlPropertySourceLoader()
        .load("application", new ClassPathResource("application.yaml")).stream()
            .filter(
                each -> "production".equals(each.getProperty("spring.config.activate.on-profile")))
            .forEach(production.getPropertySources()::addLast);

    assertThatThrownBy(() -> TrustedProxiesInitializer.check(production))
        .hasMessageStartingWith("Set server.tomcat.remoteip.internal-proxies");
    assertThat(new TrustedProxiesInitializer.Analyzer().analyze(thrown(production)))
        .satisfies(analysis -> assertThat(analysis.getDescription()).startsWith("Set server."));

    production.setProperty("server.tomcat.remoteip.internal-proxies", "192\\.0\\.2\\.10");
    assertThatCode(() -> TrustedProxiesInitializer.check(production)).doesNotThrowAnyException();
  }

  private static Throwable thrown(MockEnvironment environment) {
    try {
      TrustedProxiesInitializer.check(environment);
    } catch (TrustedProxiesInitializer.UntrustedProxiesException refused) {
      return refused;
    }
    throw new AssertionError("It starts");
  }

  @Test
  void theFrameworkStrategyIsRejected() {
    MockEnvironment environment = new MockEnvironment();
    environment.setProperty("server.forward-headers-strategy", "framework");

    assertThatThrownBy(() -> TrustedProxiesInitializer.check(environment))
        .hasMessageContaining("native");
  }

  @Test
  void withoutForwardedHeadersNoProxyIsRequired() {
    assertThatCode(() -> TrustedProxiesInitializer.check(new MockEnvironment()))
        .doesNotThrowAnyException();
  }
}
