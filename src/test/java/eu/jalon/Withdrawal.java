package eu.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** The withdrawal of a commitment of Belgium and France over HTTP. */
public final class Withdrawal {

  private Withdrawal() {}

  /** Belgium proposes it and France confirms. */
  public static void agreed(int port, String ref) {
    HttpResponse<String> proposed =
        SessionClient.signedIn(port, "coord-be")
            .json(
                "POST",
                "/api/commitments/" + ref + "/withdraw",
                "{\"reason\":\"Les deux pays y renoncent.\"}");
    assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(202);
    String proposal = proposed.body().replaceAll("(?s).*\"id\":(\\d+).*", "$1");
    HttpResponse<String> confirmed =
        SessionClient.signedIn(port, "coord-fr")
            .json("POST", "/api/proposals/" + proposal + "/confirm", "");
    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(204);
  }
}
