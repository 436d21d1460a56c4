package eu.jalon.pages.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The address of a list: series, filters, sort order and page. */
public record ListLink(String path, Map<String, String> parameters) {

  /** The parameter that narrows a list to a series of the user; it prevails over a kept choice. */
  public static final String SERIES = "series";

  public ListLink {
    parameters = Map.copyOf(new LinkedHashMap<>(parameters));
  }

  public static ListLink to(String path) {
    return new ListLink(path, Map.of());
  }

  /** The same list with one parameter changed; an empty value removes it. */
  public ListLink with(String name, @Nullable Object value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    if (value == null || value.toString().isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, value.toString());
    }
    return new ListLink(path, changed);
  }

  /** The same list without filters, sort order and page; the series stays. */
  public ListLink cleared() {
    return to(path).with(SERIES, parameters.get(SERIES));
  }

  /** The address of the file with all pages of the list, {@code csv} or {@code xlsx}. */
  public ListLink file(String ending) {
    return new ListLink(path + "." + ending, with("page", null).parameters());
  }

  public ListLink page(int page) {
    return with("page", page == 0 ? null : page);
  }

  /** Path and query, encoded. */
  @Override
  public String toString() {
    String query =
        parameters.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey() + "=" + UriUtils.encode(e.getValue(), "UTF-8"))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }
}
