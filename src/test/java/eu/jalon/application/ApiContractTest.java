package eu.jalon.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.jalon.DemoOnH2;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The OpenAPI description in the repository is the one of the code. */
@DemoOnH2
class ApiContractTest extends ApplicationTest {

  @Test
  void theContractInTheRepositoryIsTheContractOfTheCode() throws IOException {
    JsonNode code = calls().get("coord-be", "/api/docs/code").getBody();
    if (System.getProperty("jalon.openapi.write") != null) {
      Path file = Path.of("src/main/resources/static/api/openapi.json");
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), code);
    }

    assertThat(calls().get("coord-be", "/api/openapi.json").getBody()).isEqualTo(code);
    assertThat(code.path("paths").has("/api/declarations/{id}/launch")).isTrue();
  }
}
