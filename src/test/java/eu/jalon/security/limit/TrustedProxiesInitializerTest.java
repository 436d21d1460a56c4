package eu.jalon.security.limit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.shared.InvalidSettingException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

class TrustedProxiesInitializerTest {

  @Test
  void b7_productionDoesNotStartWithoutNamedProxies() throws IOException {
    MockEnvironment production = new MockEnvironment();
    new YamlPropertySourceLoader()
        .load("application", new ClassPathResource("application.yaml")).stream()
            .filter(
                each -> "production".equals(each.getProperty("spring.config.activate.on-profile")))
            .forEach(production.getPropertySources()::addLast);

    assertThatThrownBy(() -> TrustedProxiesInitializer.check(production))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("Set server.tomcat.remoteip.internal-proxies");

    production.setProperty("server.tomcat.remoteip.internal-proxies", "192\\.0\\.2\\.10");
    assertThatCode(() -> TrustedProxiesInitializer.check(production)).doesNotThrowAnyException();
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
