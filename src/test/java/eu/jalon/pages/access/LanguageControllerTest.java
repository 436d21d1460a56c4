package eu.jalon.pages.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageControllerTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/overdue?by=theme&page=2", "/commitments/VD2023-2.06"})
  void goesBackToAPathOfOurs(String address) {
    assertThat(LanguageController.localPath(address)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "overdue",
        "",
        "/a\r\nSet-Cookie: a=b",
        "/a b"
      })
  void goesHomeInsteadOfElsewhere(String address) {
    assertThat(LanguageController.localPath(address)).isEqualTo("/");
  }
}
