package eu.jalon.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.intake.reader.DocumentReaders;
import eu.jalon.shared.ValidationError;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoding of a text is recognised by evidence, or asked for. */
class TextEncodingTest {

  private static final String FRENCH =
      """
      1. Santé

      Évaluation : la coopération a été renforcée à plusieurs niveaux.

      Prochaines étapes :

      - Créer un réseau européen de santé à la frontière.
      """;

  private static final String DUTCH =
      """
      1. Financiën

      Evaluatie: de coördinatie tussen België en Frankrijk verloopt goed.

      Volgende stappen:

      - Eén efficiënte procedure voor de ministeriële diensten opstellen.
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "UTF-16",
        "UTF-16LE",
        "UTF-16BE",
        "windows-1252",
        "ISO-8859-15",
        "IBM850",
        "x-MacRoman"
      })
  void everyEncodingIsRecognised(String encoding) {
    for (String text : new String[] {FRENCH, DUTCH}) {
      byte[] content = text.getBytes(Charset.forName(encoding));

      assertThat(new DocumentReaders().read("a.txt", content).text()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "IBM850", "x-MacRoman"})
  void aTextWithASingleDoubtfulLetterIsAskedFor(String encoding) {
    byte[] content = "Le suivi : õ.".getBytes(Charset.forName(encoding));

    assertThatThrownBy(() -> new DocumentReaders().read("a.txt", content))
        .isInstanceOfSatisfying(
            ValidationError.class,
            refusal -> assertThat(refusal.key()).isEqualTo("document.encoding"));
    assertThat(new DocumentReaders().read("a.txt", content, encoding).text())
        .isEqualTo("Le suivi : õ.");
  }

  @Test
  void aWrongOrUnknownEncodingIsRefused() {
    byte[] content = "Évaluation".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> new DocumentReaders().read("a.txt", content, "UTF-8"))
        .isInstanceOfSatisfying(
            ValidationError.class,
            refusal -> assertThat(refusal.key()).isEqualTo("document.encodingWrong"));
    for (String name : new String[] {"KOI8-R", "no such/thing"}) {
      assertThatThrownBy(() -> new DocumentReaders().read("a.txt", content, name))
          .isInstanceOfSatisfying(
              ValidationError.class,
              refusal -> assertThat(refusal.key()).isEqualTo("document.encodingUnknown"));
    }
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] noise = new byte[4000];
    new java.util.Random(7).nextBytes(noise);

    assertThatThrownBy(() -> new DocumentReaders().read("a.txt", noise))
        .isInstanceOf(ValidationError.class);
    assertThatThrownBy(() -> new DocumentReaders().read("a.txt", new byte[0]))
        .isInstanceOfSatisfying(
            ValidationError.class,
            refusal -> assertThat(refusal.key()).isEqualTo("declaration.empty"));
  }
}
