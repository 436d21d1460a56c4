package eu.jalon.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Path patterns of Spring MVC, matched against the path of a request without its context path. */
public record PathPatterns(List<PathPattern> patterns) {

  public static PathPatterns of(String... paths) {
    return new PathPatterns(
        Arrays.stream(paths).map(PathPatternParser.defaultInstance::parse).toList());
  }

  /** Whether one of the patterns matches the path of a request. */
  public boolean matches(HttpServletRequest request) {
    PathContainer path =
        RequestPath.parse(request.getRequestURI(), request.getContextPath())
            .pathWithinApplication();
    return patterns.stream().anyMatch(pattern -> pattern.matches(path));
  }
}
