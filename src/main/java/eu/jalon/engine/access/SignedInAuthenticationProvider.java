package eu.jalon.engine.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/**
 * Takes the web apps' user from the request's principal. Public without constructor arguments
 * because the engine's filter creates it by reflection.
 */
public class SignedInAuthenticationProvider implements AuthenticationProvider {

  @Override
  public AuthenticationResult extractAuthenticatedUser(
      HttpServletRequest request, ProcessEngine engine) {
    Principal principal = request.getUserPrincipal();
    return principal == null
        ? AuthenticationResult.unsuccessful()
        : AuthenticationResult.successful(principal.getName());
  }

  @Override
  public void augmentResponseByAuthenticationChallenge(
      HttpServletResponse response, ProcessEngine engine) {
    // Spring Security sends the challenge.
  }
}
