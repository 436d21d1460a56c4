package eu.jalon.pages.frame;

import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** What each template needs: texts, formats, links, and the user in the frame around the page. */
public final class PageContext {

  private final Map<String, Object> model;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final PageFormatter format;
  private final RequestDataValueProcessor processor;

  PageContext(
      Map<String, Object> model,
      HttpServletRequest request,
      HttpServletResponse response,
      PageFormatter format,
      RequestDataValueProcessor processor) {
    this.model = model;
    this.request = request;
    this.response = response;
    this.format = format;
    this.processor = processor;
  }

  /** The language code of the page. */
  public String language() {
    return format.language().code();
  }

  public PageFormatter format() {
    return format;
  }

  /** The message of a key in the language of the page. */
  public String text(String key, Object... arguments) {
    return format.message(key, arguments);
  }

  /**
   * The address of a page or file.
   *
   * @param address a path, with {@code {name}} in place of each value
   * @param values the values in their order; they are encoded
   */
  public String link(String address, Object... values) {
    return processor.processUrl(request, encoded(address, values));
  }

  /** The action of a form that is sent by POST; {@link #fields} must follow in the form. */
  public String post(String address, Object... values) {
    return processor.processAction(request, encoded(address, values), "post");
  }

  /** The action of a form that is sent by GET; {@link #fields} must follow in the form. */
  public String get(String address, Object... values) {
    return processor.processAction(request, encoded(address, values), "get");
  }

  /** The hidden fields of the form whose action was asked for last. */
  public Content fields() {
    Map<String, String> fields = processor.getExtraHiddenFields(request);
    return fields == null ? PageContext::nothing : output -> write(fields, output);
  }

  private static void nothing(TemplateOutput output) {}

  private static void write(Map<String, String> fields, TemplateOutput output) {
    fields.forEach(
        (name, value) -> {
          output.writeContent("<input type=\"hidden\" name=\"" + HtmlUtils.htmlEscape(name));
          output.writeContent("\" value=\"" + HtmlUtils.htmlEscape(value) + "\">");
        });
  }

  private String encoded(String address, Object... values) {
    String path =
        values.length == 0
            ? address
            : UriComponentsBuilder.fromUriString(address)
                .encode()
                .buildAndExpand(values)
                .toUriString();
    return response.encodeURL(path.startsWith("/") ? request.getContextPath() + path : path);
  }

  /** The user, if signed in. */
  public @Nullable Person me() {
    return (Person) model.get("me");
  }

  @SuppressWarnings("unchecked")
  List<NavItem> navigation() {
    return (List<NavItem>) model.getOrDefault("navigation", List.of());
  }

  /** The series to choose from; none for those who are in one only. */
  @SuppressWarnings("unchecked")
  List<Series> seriesChoices() {
    return (List<Series>) model.getOrDefault("seriesChoices", List.of());
  }

  /** Path and query of the page, to come back to it. */
  public String here() {
    return (String) model.getOrDefault("here", "/");
  }

  /** The state that the page shows, for live updates; absent on pages without them. */
  public @Nullable String liveMark() {
    return (String) model.get("liveMark");
  }

  /** Milliseconds between two questions for a newer state. */
  @Nullable Long livePause() {
    return (Long) model.get("livePause");
  }
}
