package eu.jalon.intake.split;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.shared.ValidationError;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which uploads are plain text, and in which encoding. */
class DocumentTextTest {

  private static final String TEXT = "Être là : l’œuvre – 12 €\r\n\tfin\f";

  @Test
  void theUsualEncodingsAreRead() {
    assertThat(DocumentText.read(TEXT.getBytes(UTF_8))).isEqualTo(TEXT);
    assertThat(DocumentText.read(("\uFEFF" + TEXT).getBytes(UTF_8))).isEqualTo(TEXT);
    assertThat(DocumentText.read(("\uFEFF" + TEXT).getBytes(UTF_16BE))).isEqualTo(TEXT);
    assertThat(DocumentText.read(("\uFEFF" + TEXT).getBytes(UTF_16LE))).isEqualTo(TEXT);
    assertThat(DocumentText.read(TEXT.getBytes(Charset.forName("windows-1252")))).isEqualTo(TEXT);
  }

  @Test
  void nothingIsRefusedAsEmpty() {
    assertRefused(new byte[0], "declaration.empty");
    assertRefused("\uFEFF \r\n".getBytes(UTF_8), "declaration.empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%PDF-1.7 abc",
        "\u00EF\u00BB\u00BF%PDF-1.7",
        "\n%PDF-1.4",
        "PK\u0003\u0004abc",
        "PK\u0005\u0006abc",
        "{\\rtf1 abc}",
        "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1abc",
        "abc\u0000def",
        "\u00FF\u00FEabc",
        "\u00FE\u00FF\u00D8\u0000a",
        "\u0001\u0002 some text"
      })
  void whatIsNoPlainTextIsRefused(String bytes) {
    assertRefused(bytes.getBytes(ISO_8859_1), "declaration.binary");
  }

  @Test
  void oneControlCharacterInAHundredIsBorneAndMoreIsNot() {
    assertThat(DocumentText.read(("\u0007" + "a".repeat(99)).getBytes(UTF_8))).hasSize(100);
    assertRefused(("\u0007" + "a".repeat(98)).getBytes(UTF_8), "declaration.binary");
  }

  @Test
  void aTextThatOnlyMentionsAMagicNumberIsRead() {
    assertThat(DocumentText.read("PK et %PDF- se lisent".getBytes(UTF_8))).startsWith("PK et");
  }

  @Test
  void twoMebibytesAreReadAndOneByteMoreIsRefused() {
    int most = 2 * 1024 * 1024;

    assertThat(DocumentText.read("a".repeat(most).getBytes(UTF_8))).hasSize(most);
    assertRefused("a".repeat(most + 1).getBytes(UTF_8), "declaration.tooLarge", 2);
  }

  private static void assertRefused(byte[] content, String key, Object... arguments) {
    assertThatExceptionOfType(ValidationError.class)
        .isThrownBy(() -> DocumentText.read(content))
        .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key))
        .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly(arguments));
  }
}
