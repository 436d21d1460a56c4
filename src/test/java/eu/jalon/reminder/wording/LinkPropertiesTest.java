package eu.jalon.reminder.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkPropertiesTest {

  @Test
  void aLinkLeadsToThePageOfTheItem() {
    assertThat(new LinkProperties("https://jalon.example.org/").toActionItem("a/b?c"))
        .isEqualTo("https://jalon.example.org/tasks/a%2Fb%3Fc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jalon.example.org", "javascript:alert(1)", "ftp://example.org"})
  void anInvalidBaseUrlIsRejected(String baseUrl) {
    assertThatIllegalArgumentException().isThrownBy(() -> new LinkProperties(baseUrl));
  }
}
