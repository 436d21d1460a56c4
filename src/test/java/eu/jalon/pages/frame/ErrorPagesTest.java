package eu.jalon.pages.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import eu.jalon.DemoOnH2;
import eu.jalon.problem.DatabaseAwayFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DemoOnH2
class ErrorPagesTest {

  private static final String SENTENCE = "Le service est <b>occupé</b>.";
  private static final String REFERENCE = "0f7e-reference";

  @Autowired private MockMvc mvc;

  @ParameterizedTest
  @CsvSource({
    "400, fr, Cette demande ne peut pas être lue",
    "403, en, This page is not for you",
    "404, en, Nothing at this address",
    "409, en, Changed in the meantime",
    "405, en, Request refused",
    "500, en, Something went wrong on our side",
    "502, en, Something went wrong on our side",
    "503, en, Unavailable for a moment"
  })
  void anErrorHasAPageWithoutAUser(int status, String language, String title) throws Exception {
    Document page = shown(status, error(status).header("Accept-Language", language));

    assertThat(page.select("html").attr("lang")).isEqualTo(language);
    assertThat(page.select("h1").text()).isEqualTo(title);
    assertThat(page.select(".failure-code").text()).isEqualTo(String.valueOf(status));
    assertThat(page.select("nav")).isEmpty();
    assertThat(page.select(".failure").text().contains(REFERENCE)).isEqualTo(status >= 500);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 429, 503})
  void aSentenceReplacesTheTextOfTheStatus(int status) throws Exception {
    Document page =
        shown(status, error(status).with(user("coord-be")).requestAttr("sentence", SENTENCE));

    assertThat(page.select(".lead").text()).isEqualTo(SENTENCE);
    assertThat(page.select("nav.mainnav")).hasSize(1);
  }

  @Test
  void noUserIsReadWhileTheDatabaseIsAway() throws Exception {
    String away = DatabaseAwayFilter.class.getName() + ".away";
    Document page = shown(503, error(503).with(user("coord-be")).requestAttr(away, true));

    assertThat(page.select("nav")).isEmpty();
    assertThat(page.select(".failure-code").text()).isEqualTo("503");
  }

  private static MockHttpServletRequestBuilder error(int status) {
    return get("/error")
        .accept(MediaType.TEXT_HTML)
        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
        .with(
            request -> {
              request.setDispatcherType(DispatcherType.ERROR);
              return request;
            });
  }

  private Document shown(int status, MockHttpServletRequestBuilder request) throws Exception {
    MDC.put("requestId", REFERENCE);
    try {
      MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
      assertThat(response.getStatus()).isEqualTo(status);
      return Jsoup.parse(response.getContentAsString());
    } finally {
      MDC.remove("requestId");
    }
  }
}
