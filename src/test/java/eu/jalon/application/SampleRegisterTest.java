package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.jalon.DemoOnH2;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** What the sample register holds, and what each account sees of it. */
@DemoOnH2
class SampleRegisterTest extends ApplicationTest {

  @Test
  void theSampleShowsWhatIsOverdue() {
    JsonNode overdue = calls().get("coord-be", "/api/action-items?overdue=true").getBody();

    assertThat(overdue.path("total").asInt()).isGreaterThanOrEqualTo(6);
    assertThat(overdue.path("items"))
        .allSatisfy(item -> assertThat(item.path("overdueDays").asInt()).isPositive());
  }

  @Test
  void theSampleHoldsEveryStepOfTheDeclarationOf2023() throws IOException {
    JsonNode page = calls().get("coord-fr", "/api/commitments?summit=VD2023&size=200").getBody();
    List<String> shown = new ArrayList<>();
    page.path("items").forEach(item -> shown.add(item.path("ref").asText()));

    assertThat(refsOfTheSample("VD2023")).hasSize(51);
    assertThat(shown).containsAll(refsOfTheSample("VD2023"));
    assertThat(page.path("items"))
        .allSatisfy(
            item -> {
              assertThat(item.path("leads").path("BE").asText()).startsWith("BE-");
              assertThat(item.path("leads").path("FR").asText()).startsWith("FR-");
            });
  }

  private static List<String> refsOfTheSample(String meeting) throws IOException {
    List<String> refs = new ArrayList<>();
    try (InputStream file =
        Objects.requireNonNull(
            SampleRegisterTest.class.getResourceAsStream("/sample/register.yaml"))) {
      new YAMLMapper()
          .readTree(file)
          .path("commitments")
          .forEach(commitment -> refs.add(commitment.path("ref").asText()));
    }
    return refs.stream().filter(ref -> ref.startsWith(meeting + "-")).toList();
  }

  @Test
  void aFocalPointSeesHisMinistryOnly() {
    JsonNode mine = calls().get("be-ibz", "/api/action-items?size=200").getBody();

    assertThat(mine.path("total").asInt()).isPositive();
    assertThat(mine.path("items"))
        .allSatisfy(item -> assertThat(item.path("ministry").asText()).isEqualTo("BE-IBZ"));
    assertThat(calls().get("be-ibz", "/api/people").getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(calls().get("admin", "/api/commitments").getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
  }
}
