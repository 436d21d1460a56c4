package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Calls to the application over HTTP, as one of the people of the sample register. */
final class Calls {

  private final TestRestTemplate http;

  Calls(TestRestTemplate http) {
    this.http = http;
  }

  ResponseEntity<JsonNode> get(String who, String path) {
    return as(who).getForEntity(path, JsonNode.class);
  }

  ResponseEntity<JsonNode> get(String who, String path, MediaType accepted) {
    HttpHeaders headers = new HttpHeaders();
    headers.setAccept(List.of(accepted));
    return as(who).exchange(path, HttpMethod.GET, new HttpEntity<>(headers), JsonNode.class);
  }

  ResponseEntity<JsonNode> post(String who, String path, Object body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    return as(who).exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), JsonNode.class);
  }

  ResponseEntity<JsonNode> patch(String who, String path, Object body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    return as(who)
        .exchange(path, HttpMethod.PATCH, new HttpEntity<>(body, headers), JsonNode.class);
  }

  ResponseEntity<JsonNode> upload(String who, byte[] content, String name, String summit) {
    MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
    form.add(
        "file",
        new ByteArrayResource(content) {
          @Override
          public String getFilename() {
            return name;
          }
        });
    form.add("summit", summit);
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.MULTIPART_FORM_DATA);
    return as(who)
        .exchange(
            "/api/declarations", HttpMethod.POST, new HttpEntity<>(form, headers), JsonNode.class);
  }

  /** Gives each draft of a declaration the Dutch title that its launch waits for. */
  void titled(String who, JsonNode draft) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    for (JsonNode item : draft.path("items")) {
      int n = item.path("n").asInt();
      Map<String, Object> change =
          Map.of(
              "version",
              item.path("version").asInt(),
              "titles",
              Map.of("fr", "Étape " + n, "nl", "Stap " + n),
              "track",
              "STANDING_COOPERATION",
              "leads",
              Map.of("BE", "BE-IBZ", "FR", "FR-INT"),
              "accountable",
              "BE",
              "deadlineRule",
              "S-30");
      String path = "/api/declarations/" + draft.path("id").asText() + "/items/" + n;
      assertThat(
              as(who)
                  .exchange(
                      path, HttpMethod.PATCH, new HttpEntity<>(change, headers), JsonNode.class)
                  .getStatusCode())
          .isEqualTo(HttpStatus.OK);
    }
  }

  /** Confirms each proposal about a commitment that waits for an answer. */
  void confirmAll(String who, String ref) {
    for (JsonNode proposal : get(who, "/api/proposals").getBody()) {
      if (proposal.path("ref").asText().equals(ref)) {
        String path = "/api/proposals/" + proposal.path("id").asText() + "/confirm";
        assertThat(post(who, path, Map.of()).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
      }
    }
  }

  void complete(String who, String id, Map<String, Object> variables) {
    assertThat(tryToComplete(who, id, variables).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
  }

  ResponseEntity<JsonNode> tryToComplete(String who, String id, Map<String, ?> variables) {
    return post(who, "/api/action-items/" + id + "/complete", Map.of("variables", variables));
  }

  /** One of our pages, in a person's language. */
  String page(String who, String path) {
    HttpHeaders headers = new HttpHeaders();
    headers.setAccept(List.of(MediaType.TEXT_HTML));
    return as(who)
        .exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class)
        .getBody();
  }

  int anonymous(String path) {
    return http.getForEntity(path, String.class).getStatusCode().value();
  }

  /** In Tasklist, where Basic credentials sign in anew with each request. */
  int inTasklist(String who, HttpMethod method, String path, Object body) {
    HttpEntity<Object> request = new HttpEntity<>(body, cookiesAndToken(who));
    return http.exchange(path, method, request, String.class).getStatusCode().value();
  }

  /** The cookies and the token of a person who opened Tasklist. */
  private HttpHeaders cookiesAndToken(String who) {
    Map<String, String> cookies = new HashMap<>();
    as(who)
        .getForEntity("/camunda/app/tasklist/default/", String.class)
        .getHeaders()
        .getOrEmpty(HttpHeaders.SET_COOKIE)
        .forEach(
            cookie ->
                cookies.put(
                    cookie.substring(0, cookie.indexOf('=')),
                    cookie.substring(0, cookie.indexOf(';'))));
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.set(HttpHeaders.COOKIE, String.join("; ", cookies.values()));
    headers.setBasicAuth(who, "jalon-demo");
    String token = cookies.getOrDefault("XSRF-TOKEN", "=");
    headers.set("X-XSRF-TOKEN", token.substring(token.indexOf('=') + 1));
    return headers;
  }

  private TestRestTemplate as(String who) {
    return http.withBasicAuth(who, "jalon-demo");
  }

  static List<String> texts(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }

  /** A declaration as it is read from paper. */
  static byte[] scan() {
    try (InputStream in = new ClassPathResource("intake/scan.txt").getInputStream()) {
      return in.readAllBytes();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The account of the lead ministry's focal point. */
  String leadOf(String ref, String party) {
    return get("coord-be", "/api/commitments/" + ref)
        .getBody()
        .path("leads")
        .path(party)
        .asText()
        .toLowerCase(Locale.ROOT);
  }
}
