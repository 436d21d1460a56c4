package eu.jalon.commitment.follow;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.DemoOnH2;
import eu.jalon.EnteredItem;
import eu.jalon.SessionClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A commitment is followed on its page and by the API, and no more in the list of the settings. */
@DemoOnH2
class FollowingTest {

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  @Test
  void publicReports12_aCommitmentIsFollowedOnItsPageAndTheListOfTheSettingsEndsIt() {
    SessionClient coordinator = SessionClient.signedIn(port, "coord-be");
    String ref = EnteredItem.enter(coordinator, jdbc).ref();
    String path = "/commitments/" + ref;
    assertThat(coordinator.get(path).body())
        .contains("action=\"" + path + "/follow\"")
        .doesNotContain("Ne plus suivre");

    assertThat(coordinator.form(path + "/follow", Map.of()).statusCode()).isEqualTo(302);

    assertThat(coordinator.get(path).body())
        .contains("action=\"" + path + "/unfollow\"", "Ne plus suivre");
    assertThat(coordinator.get("/emails/settings").body()).contains(path + "/unfollow");
    assertThat(coordinator.form(path + "/unfollow", Map.of("list", "true")).headers().map())
        .hasEntrySatisfying(
            "Location", to -> assertThat(to.toString()).contains("/emails/settings#followed"));
    assertThat(coordinator.get("/emails/settings").body())
        .contains("Vous ne suivez plus " + ref)
        .doesNotContain(path + "/unfollow");
  }

  @Test
  void publicReports12_theApiRefusesWhoMayNotSeeTheCommitment() {
    SessionClient coordinator = SessionClient.signedIn(port, "coord-be");
    String ref = EnteredItem.enter(coordinator, jdbc).ref();
    String path = "/api/commitments/" + ref + "/follow";
    for (String method : new String[] {"PUT", "DELETE"}) {
      assertThat(coordinator.json(method, path, "").statusCode()).isEqualTo(204);
      assertThat(coordinator.json(method, path, "").statusCode()).as("again").isEqualTo(204);
      for (String other : new String[] {"be-jus", "admin"}) {
        assertThat(SessionClient.signedIn(port, other).json(method, path, "").statusCode())
            .as("%s %s", method, other)
            .isIn(403, 404);
      }
    }
  }
}
