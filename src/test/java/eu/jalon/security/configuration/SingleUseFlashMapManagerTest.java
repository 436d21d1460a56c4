package eu.jalon.security.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.servlet.FlashMap;

/** Checks that a background refresh does not consume flash attributes. */
class SingleUseFlashMapManagerTest {

  private final SingleUseFlashMapManager said = new SingleUseFlashMapManager();
  private final MockHttpSession session = new MockHttpSession();

  @Test
  void aBackgroundRefreshLeavesFlashAttributesForTheRedirect() {
    FlashMap refusal = new FlashMap();
    refusal.put("refused", "Trop tard.");
    said.saveOutputFlashMap(refusal, request(), new MockHttpServletResponse());
    MockHttpServletRequest live = request();
    live.addHeader("Jalon-Live", "true");

    assertThat(heard(live)).isEmpty();
    assertThat(heard(request())).containsEntry("refused", "Trop tard.");
    assertThat(heard(request())).isEmpty();
  }

  private Map<String, Object> heard(MockHttpServletRequest request) {
    FlashMap heard = said.retrieveAndUpdate(request, new MockHttpServletResponse());
    return heard == null ? Map.of() : heard;
  }

  private MockHttpServletRequest request() {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/emails/settings");
    request.setSession(session);
    return request;
  }
}
