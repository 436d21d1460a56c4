package eu.jalon.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DatabaseAwayFilterTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/overdue");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @ParameterizedTest
  @CsvSource({"fr, base de données", "nl, databank", "en, database"})
  void aRequestWithoutADatabaseIsAnsweredWith503InTheReadersLanguage(String language, String word)
      throws Exception {
    request.addPreferredLocale(Locale.forLanguageTag(language));

    filter(
        (sent, answer) -> {
          throw new ServletException(
              new CannotGetJdbcConnectionException(
                  "away", new SQLTransientConnectionException("timed out after 5000ms")));
        });

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("10");
    assertThat(request.getAttribute("sentence")).asString().contains(word);
    assertThat(DatabaseAwayFilter.isAway(request)).isTrue();
  }

  @Test
  void anotherFailureIsPassedOn() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                filter(
                    (sent, answer) -> {
                      throw new IllegalStateException("a bug");
                    }));
    assertThat(DatabaseAwayFilter.isAway(request)).isFalse();
  }

  private void filter(FilterChain chain) throws Exception {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("i18n/errors");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    new DatabaseAwayFilter(new Problems(messages)).doFilter(request, response, chain);
  }
}
