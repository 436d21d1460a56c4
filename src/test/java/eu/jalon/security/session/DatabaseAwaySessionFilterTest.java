package eu.jalon.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;

class DatabaseAwaySessionFilterTest {

  private final List<String> written = new ArrayList<>();
  private final RequestCachingSessionRepository<MapSession> sessions =
      new RequestCachingSessionRepository<>(
          new MapSessionRepository(new ConcurrentHashMap<>()) {
            @Override
            public void save(MapSession session) {
              written.add(session.getId());
            }
          });

  @Test
  void theSessionOfARequestIsWritten() throws Exception {
    request((sent, answer) -> change(sent));

    assertThat(written).hasSize(1);
  }

  @Test
  void theSessionOfARequestThatFoundNoDatabaseIsNotWritten() {
    assertThatThrownBy(
            () ->
                request(
                    (sent, answer) -> {
                      change(sent);
                      throw new CannotGetJdbcConnectionException(
                          "away", new SQLTransientConnectionException("timed out after 5000ms"));
                    }))
        .isInstanceOf(CannotGetJdbcConnectionException.class);

    assertThat(written).isEmpty();
  }

  @Test
  void theSessionOfARequestThatFailedForAnotherReasonIsWritten() {
    assertThatThrownBy(
            () ->
                request(
                    (sent, answer) -> {
                      change(sent);
                      throw new IllegalStateException("a bug");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(written).hasSize(1);
  }

  private static void change(ServletRequest sent) {
    ((HttpServletRequest) sent).getSession().setAttribute("form", "half filled in");
  }

  /** Sends a request through the filters in the order in which the application has them. */
  private void request(FilterChain page) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/commitments");
    new SessionOfRequestFilter(sessions)
        .doFilter(
            request,
            new MockHttpServletResponse(),
            (outer, answer) ->
                new SessionRepositoryFilter<>(sessions)
                    .doFilter(
                        outer,
                        answer,
                        (inner, wrapped) ->
                            new DatabaseAwaySessionFilter(sessions)
                                .doFilter(inner, wrapped, page)));
  }
}
