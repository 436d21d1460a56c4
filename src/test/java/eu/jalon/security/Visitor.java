package eu.jalon.security;

import eu.jalon.ResponseBodies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An HTTP client with cookies, like a browser; it follows no redirects unless asked to. */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final String SESSION = "JSESSIONID";

  private final String address;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .connectTimeout(Duration.ofSeconds(5))
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  public Visitor(String address) {
    this.address = address;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** Sends HTTP Basic credentials. */
  public HttpResponse<String> getWith(String authorization, String path) {
    return send(request(path).header("Authorization", authorization).GET());
  }

  /** Sends a form with the CSRF token of its page. */
  public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
    return post(path, fields, token(get(page).body()));
  }

  /** Sends a form with a CSRF token. */
  public HttpResponse<String> post(String path, Map<String, String> fields, String token) {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&", "", "&_csrf=" + encoded(token)));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** Sends JSON with Basic credentials. */
  public HttpResponse<String> call(String name, String password, String path, String json) {
    String credentials = name + ":" + password;
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Sends JSON with the CSRF token of the cookie, like Tasklist. */
  public HttpResponse<String> sendJson(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Signs in on the login page. */
  public HttpResponse<String> signIn(String name, String password) {
    return post("/login", "/login", Map.of("username", name, "password", password));
  }

  /** Follows all redirects. */
  public HttpResponse<String> follow(HttpResponse<String> answer) {
    HttpResponse<String> last = answer;
    for (int i = 0; i < 10 && last.headers().firstValue("Location").isPresent(); i++) {
      last = get(location(last));
    }
    return last;
  }

  /** The absolute URL of a redirect. */
  public String location(HttpResponse<String> answer) {
    return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow()).toString();
  }

  public String session() {
    return cookie(SESSION);
  }

  private String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** Sets the session cookie. */
  public Visitor withSession(String id) {
    return withCookie(SESSION, id);
  }

  /** Sets a cookie. */
  public Visitor withCookie(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setDomain(URI.create(address).getHost());
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(address), cookie);
    return this;
  }

  public static String token(String page) {
    Matcher found = TOKEN.matcher(page);
    return found.find() ? found.group(1) : "";
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
        .timeout(Duration.ofSeconds(30))
        .header("Accept", "text/html, */*;q=0.8")
        .header("Accept-Language", "fr");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), ResponseBodies.text());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
