package eu.jalon.security.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The path of a request as written to the audit log.
 *
 * @param template for example {@code /commitments/{ref}/extend}
 * @param values for example {@code ref=VD2023-2.06}; null where the path has no variables
 */
public record LoggedPath(String template, @Nullable String values) {

  private static final Pattern ID = Pattern.compile("[0-9]+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4,12}){4}");
  private static final Pattern SECRET = Pattern.compile("(?i).*(token|secret|password|key).*");

  /**
   * The template that the controller declares; in other paths, segments that look like ids are
   * replaced.
   */
  public static LoggedPath of(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    String declared = pattern == null ? "" : pattern.toString();
    if (declared.isEmpty() || declared.contains("*")) {
      return withoutIds(request.getServletPath() + Objects.toString(request.getPathInfo(), ""));
    }
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    Map<Object, Object> values =
        variables instanceof Map<?, ?> found ? new TreeMap<>(found) : Map.of();
    return new LoggedPath(declared, values.isEmpty() ? null : format(values));
  }

  private static String format(Map<Object, Object> values) {
    return values.entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + "="
                    + (SECRET.matcher(entry.getKey().toString()).matches()
                        ? "…"
                        : entry.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static LoggedPath withoutIds(String path) {
    List<String> ids = new ArrayList<>();
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      boolean id = ID.matcher(segment).matches();
      segments.add(id ? "{id}" : segment);
      if (id) {
        ids.add("id=" + segment);
      }
    }
    return new LoggedPath(String.join("/", segments), ids.isEmpty() ? null : String.join(" ", ids));
  }
}
