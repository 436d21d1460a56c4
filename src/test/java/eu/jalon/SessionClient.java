package eu.jalon;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser: one session, its cookies and its tokens, and no redirect followed. */
public final class SessionClient {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final String server;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String token = "";

  private SessionClient(String server) {
    this.server = server;
  }

  public static SessionClient anonymous(int port) {
    return new SessionClient("http://127.0.0.1:" + port);
  }

  public static SessionClient signedIn(int port, String who) {
    SessionClient visitor = anonymous(port);
    visitor.readToken("/login");
    HttpResponse<String> answer =
        visitor.form("/login", Map.of("username", who, "password", "jalon-demo"));
    String next = answer.headers().firstValue("Location").orElse("");
    if (next.contains("/login")) {
      throw new AssertionError(who + " cannot sign in: " + next);
    }
    visitor.get("/camunda/app/welcome/default/");
    visitor.readToken("/reminder-policy");
    return visitor;
  }

  /** Opens a page for the token its forms carry. */
  public void readToken(String page) {
    Matcher found = TOKEN.matcher(get(page).body());
    token = found.find() ? found.group(1) : "";
  }

  public String token() {
    return token;
  }

  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, "", "", Map.of());
  }

  /** Reads an address as a file: its text is that of {@link ReadableText}. */
  public HttpResponse<byte[]> download(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path)).header("Cookie", cookies()).build();
    return answer(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  public HttpResponse<String> json(String method, String path, String body) {
    return send(method, path, "application/json", body, Map.of());
  }

  public HttpResponse<String> form(String path, Map<String, String> fields) {
    StringBuilder body = new StringBuilder("_csrf=" + encoded(token));
    fields.forEach(
        (name, value) -> body.append('&').append(name).append('=').append(encoded(value)));
    return send("POST", path, "application/x-www-form-urlencoded", body.toString(), Map.of());
  }

  public HttpResponse<String> send(
      String method, String path, String type, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Accept", "text/html,application/json,*/*")
            .header("Cookie", cookies());
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (!method.equals("GET")) {
      request.header("X-CSRF-TOKEN", token);
      request.header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
    }
    headers.forEach(request::setHeader);
    HttpResponse<String> answer = answer(request.build(), ResponseBodies.text());
    answer.headers().allValues("Set-Cookie").forEach(this::keep);
    return answer;
  }

  private static <T> HttpResponse<T> answer(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return HTTP.send(request, body);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public void keep(String cookie) {
    int equals = cookie.indexOf('=');
    int end = cookie.indexOf(';');
    cookies.put(
        cookie.substring(0, equals), cookie.substring(equals + 1, end < 0 ? cookie.length() : end));
  }

  private String cookies() {
    StringBuilder header = new StringBuilder();
    cookies.forEach((name, value) -> header.append(name).append('=').append(value).append("; "));
    return header.append("-=-").toString();
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
