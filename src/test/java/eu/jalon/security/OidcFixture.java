package eu.jalon.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.Map;
import oidc.server.IssuerServer;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Two OIDC issuers, their client registrations, and the browser side of a sign-in. */
final class OidcFixture {

  static final int PORT = freePort();
  static final int CLOSED = freePort();
  static final String ADDRESS = "http://127.0.0.1:" + PORT;

  static final IssuerServer BE = issuer("be");
  static final IssuerServer FR = issuer("fr");

  private OidcFixture() {}

  static void configure(
      DynamicPropertyRegistry properties, String id, String issuer, String name, String party) {
    String registration = "spring.security.oauth2.client.registration." + id + ".";
    properties.add(registration + "client-id", () -> IssuerServer.CLIENT);
    properties.add(registration + "client-secret", () -> IssuerServer.SECRET);
    properties.add(registration + "client-name", () -> name);
    properties.add("spring.security.oauth2.client.provider." + id + ".issuer-uri", () -> issuer);
    properties.add("jalon.oidc." + id + ".party", () -> party);
  }

  static void stop() {
    BE.close();
    FR.close();
  }

  static HttpResponse<String> bearer(String token, String path) {
    return new Visitor(ADDRESS).getWith("Bearer " + token, path);
  }

  /** Signs in from Jalon's login page through the issuer, and follows all redirects. */
  static HttpResponse<String> signIn(Visitor visitor, IssuerServer issuer, String id, String name) {
    return visitor.follow(visitor.get(answerOf(visitor, issuer, id, name)));
  }

  /** Signs in at the issuer, and returns the URL that it redirects to. */
  static String answerOf(Visitor visitor, IssuerServer issuer, String id, String name) {
    visitor.get("/login");
    HttpResponse<String> login = visitor.follow(visitor.get("/oauth2/authorization/" + id));
    assertThat(login.uri().toString()).isEqualTo(issuer.address() + "/login");
    HttpResponse<String> signedIn =
        visitor.post(
            issuer.address() + "/login",
            Map.of("username", name, "password", IssuerServer.PASSWORD),
            Visitor.token(login.body()));
    assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(302);
    HttpResponse<String> authorized = visitor.get(visitor.location(signedIn));
    assertThat(authorized.statusCode()).as(authorized.body()).isEqualTo(302);
    String answer = visitor.location(authorized);
    assertThat(answer).startsWith(ADDRESS + "/login/oauth2/code/" + id + "?code=");
    return answer;
  }

  private static IssuerServer issuer(String id) {
    return new IssuerServer(id, ADDRESS);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
