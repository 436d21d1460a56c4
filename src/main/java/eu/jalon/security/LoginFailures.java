package eu.jalon.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** Sends a failed sign-in back to the login page, which says why. */
class LoginFailures extends SimpleUrlAuthenticationFailureHandler {

  LoginFailures() {
    super("/login?error");
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException, ServletException {
    if (failure instanceof ThrottledException) {
      getRedirectStrategy().sendRedirect(request, response, "/login?throttled");
    } else {
      super.onAuthenticationFailure(request, response, failure);
    }
  }
}
