package eu.jalon.security.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** The path of a request as the container matched it: decoded, normalised, without parameters. */
public final class DecodedPath {

  private DecodedPath() {}

  public static String of(HttpServletRequest request) {
    return request.getServletPath() + Objects.toString(request.getPathInfo(), "");
  }
}
