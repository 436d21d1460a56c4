package eu.jalon.pages.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Keeps the series in the address of a page in its links, forms and redirects. */
class SeriesOfLinks implements RequestDataValueProcessor {

  /** The request attribute with the id of the series in the address, if the user is in it. */
  static final String KEPT = SeriesOfLinks.class.getName() + ".kept";

  private static final String FORM = SeriesOfLinks.class.getName() + ".form";

  private static final Pattern NAMED = Pattern.compile("[?&]" + ListLink.SERIES + "=");
  private static final Pattern NOT_A_PAGE =
      Pattern.compile(
          "/(?:api|camunda|css|js|webjars|oauth2|login|logout|language|series-choice)(?:[/?#].*)?"
              + "|/favicon\\.svg");

  private final RequestDataValueProcessor next;

  SeriesOfLinks(RequestDataValueProcessor next) {
    this.next = next;
  }

  @Override
  public String processAction(HttpServletRequest request, String action, String method) {
    request.setAttribute(FORM, isPage(request, action));
    return next.processAction(request, action, method);
  }

  @Override
  public String processFormFieldValue(
      HttpServletRequest request, @Nullable String name, String value, String type) {
    return next.processFormFieldValue(request, name, value, type);
  }

  @Override
  public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
    Map<String, String> fields = next.getExtraHiddenFields(request);
    if (!Boolean.TRUE.equals(request.getAttribute(FORM))
        || !(request.getAttribute(KEPT) instanceof String series)) {
      return fields;
    }
    Map<String, String> all = fields == null ? new LinkedHashMap<>() : new LinkedHashMap<>(fields);
    all.put(ListLink.SERIES, series);
    return all;
  }

  @Override
  public String processUrl(HttpServletRequest request, String url) {
    String processed = next.processUrl(request, url);
    if (!(request.getAttribute(KEPT) instanceof String series)
        || !isPage(request, processed)
        || NAMED.matcher(processed).find()) {
      return processed;
    }
    int fragment = processed.indexOf('#');
    String address = fragment < 0 ? processed : processed.substring(0, fragment);
    return address
        + (address.contains("?") ? "&" : "?")
        + ListLink.SERIES
        + "="
        + series
        + processed.substring(address.length());
  }

  private static boolean isPage(HttpServletRequest request, String address) {
    String root = request.getContextPath();
    return address.startsWith(root + "/")
        && !address.startsWith("//")
        && !NOT_A_PAGE.matcher(address.substring(root.length())).matches();
  }
}
