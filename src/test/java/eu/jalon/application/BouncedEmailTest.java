package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.DemoOnH2;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page and the API tell that an e-mail came back. */
@DemoOnH2
class BouncedEmailTest extends ApplicationTest {

  @Autowired private JdbcClient jdbc;

  @Test
  void aEmailThatCameBackSaysSo() {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into email
              (id, person_id, to_address, on_date, kind, language, status, subject, message_id,
               queued_at, next_attempt_at, bounced_at, bounce)
            values (:id, 'be-ibz', 'be-ibz@example.org', date '2027-03-01', 'DIGEST', 'fr', 'SENT',
               'Objet', 'm', current_timestamp, current_timestamp, current_timestamp, :bounce)
            """)
        .param("id", id)
        .param("bounce", "5.1.1 <nobody>")
        .update();

    assertThat(calls().page("coord-be", "/emails/" + id))
        .contains("5.1.1 &lt;nobody&gt;")
        .containsAnyOf("Échec ou retard de remise", "Bezorging mislukt of vertraagd");
    assertThat(calls().get("coord-be", "/api/emails/" + id).getBody().path("bounce").asText())
        .isEqualTo("5.1.1 <nobody>");
  }
}
