package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The settings of the profile {@code production} that protect cookies. */
class ProductionSettingsTest {

  @Test
  void inProductionEveryCookieIsSecure() throws IOException {
    List<PropertySource<?>> documents =
        new YamlPropertySourceLoader()
            .load("application", new ClassPathResource("application.yaml"));
    PropertySource<?> production =
        documents.stream()
            .filter(
                each -> "production".equals(each.getProperty("spring.config.activate.on-profile")))
            .findFirst()
            .orElseThrow();
    for (String setting :
        List.of(
            "server.servlet.session.cookie.secure",
            "camunda.bpm.webapp.csrf.enable-secure-cookie",
            "camunda.bpm.webapp.session-cookie.enable-secure-cookie")) {
      assertThat(production.getProperty(setting)).as(setting).isEqualTo(true);
    }
    assertThat(production.getProperty("server.forward-headers-strategy")).isEqualTo("native");
    PropertySource<?> always = documents.get(0);
    assertThat(always.getProperty("camunda.bpm.webapp.csrf.same-site-cookie-option"))
        .isEqualTo("STRICT");
    assertThat(always.getProperty("server.servlet.session.cookie.http-only")).isEqualTo(true);
  }
}
