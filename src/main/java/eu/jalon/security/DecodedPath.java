package eu.jalon.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** The path of a request as the container matched it: decoded, normalised, without parameters. */
final class DecodedPath {

  private DecodedPath() {}

  static String of(HttpServletRequest request) {
    return request.getServletPath() + Objects.toString(request.getPathInfo(), "");
  }
}
