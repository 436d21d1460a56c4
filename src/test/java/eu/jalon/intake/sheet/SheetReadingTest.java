package eu.jalon.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.commitment.ProgressStatus;
import eu.jalon.intake.reader.DocumentReaders;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetReadingTest {

  private static final SheetWords WORDS = words();

  private static SheetWords words() {
    try {
      return SheetWords.parse(
          Files.readString(Path.of("src/main/resources/intake/sheet-words.csv")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static SheetTable table(String text, Charset charset) {
    return SheetTable.of(new DocumentReaders().read("suivi.csv", text.getBytes(charset)), WORDS);
  }

  private static SheetReading read(String text) {
    SheetTable table = table(text, StandardCharsets.UTF_8);
    return SheetReading.of(table, SheetMapping.proposed(table, WORDS));
  }

  @Test
  void columnsAreRecognisedInThreeLanguagesWithAnySeparatorAndEncoding() {
    SheetTable french =
        table(
            "Réf.;Thème;Mesure;Responsable;Échéance;État d'avancement;Remarques\n"
                + "1;Gares;\"Poser des bancs; repeindre\";SPF Mobilité;01/03/2031;en cours;\"dit \"\"bientôt\"\"\"\n",
            Charset.forName("windows-1252"));
    SheetMapping mapping = SheetMapping.proposed(french, WORDS);
    assertThat(mapping.columns())
        .containsExactly(
            SheetColumn.NONE,
            SheetColumn.THEME,
            SheetColumn.STEP,
            SheetColumn.OWNER,
            SheetColumn.DEADLINE,
            SheetColumn.STATUS,
            SheetColumn.REMARKS);
    SheetReading.ReadRow row = SheetReading.of(french, mapping).rows().get(0);
    assertThat(row.text()).isEqualTo("Poser des bancs; repeindre");
    assertThat(row.remarks()).isEqualTo("dit \"bientôt\"");
    assertThat(row.status()).isEqualTo(ProgressStatus.ON_TRACK);

    SheetTable dutch =
        table(
            "Actie\tWie\tTermijn\tStand van zaken\nBanken plaatsen\tFOD\t2031\tklaar\n",
            StandardCharsets.UTF_16LE);
    assertThat(SheetMapping.proposed(dutch, WORDS).columns())
        .containsExactly(
            SheetColumn.STEP, SheetColumn.OWNER, SheetColumn.DEADLINE, SheetColumn.STATUS);
    assertThat(SheetMapping.proposed(dutch, WORDS).statuses())
        .isEqualTo(Map.of("klaar", ProgressStatus.DONE));
  }

  @Test
  void titlesBlanksAndRepeatedHeadersBringNoStep() {
    SheetReading reading =
        read(
            """
            Tableau de suivi;;
            ;;
            Action;Pilote;Statut
            Ports;;
            Draguer le chenal;SPF Mobilité;
            ;;
            Action;Pilote;Statut
            Gares;;
            Poser des bancs;SPF Mobilité;bloqué
            ;SPF Finances;en cours
            """);

    assertThat(reading.themes()).containsExactly("Ports", "Gares");
    assertThat(reading.rows().stream().map(row -> row.row().number()).toList())
        .as("the rows as a spreadsheet counts them")
        .containsExactly(5, 9);
    assertThat(reading.without()).containsExactly(10);
    assertThat(reading.split().themes().get(1).steps().get(0).owner().text())
        .isEqualTo("SPF Mobilité");
  }

  @Test
  void aStatusThatIsNotKnownMeansNothingUntilItIsChosen() {
    SheetTable table =
        table(
            "Action;Statut;Remarques\nPoser des bancs;météo;vu\nRepeindre;;à voir\n",
            StandardCharsets.UTF_8);
    SheetMapping proposed = SheetMapping.proposed(table, WORDS);
    assertThat(proposed.values(table)).containsExactly("météo", "");
    assertThat(SheetReading.of(table, proposed).rows()).allMatch(row -> row.status() == null);

    SheetMapping chosen =
        new SheetMapping(proposed.columns(), Map.of("météo", ProgressStatus.BLOCKED), Set.of(3));
    List<SheetReading.ReadRow> rows = SheetReading.of(table, chosen).rows();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).status()).isEqualTo(ProgressStatus.BLOCKED);
  }

  @Test
  void aSecondColumnOfStepsIsATranslation() {
    SheetTable table =
        table(
            "Action;Actie;Pilote\nPoser des bancs;Banken plaatsen;SPF Mobilité\n",
            StandardCharsets.UTF_8);
    SheetReading reading = SheetReading.of(table, SheetMapping.proposed(table, WORDS));
    assertThat(reading.rows().get(0).translation()).isEqualTo("Banken plaatsen");
  }

  @Test
  void whatIsNoTrackingSheetIsRefused() {
    assertThatThrownBy(() -> table("a;b\n1;2\n", StandardCharsets.UTF_8))
        .isInstanceOfSatisfying(
            ValidationError.class, error -> assertThat(error.key()).isEqualTo("sheet.noTable"));
    SheetColumn step = SheetColumn.STEP;
    assertThatThrownBy(() -> new SheetMapping(List.of(step, step), Map.of(), Set.of()))
        .isInstanceOfSatisfying(
            ValidationError.class, error -> assertThat(error.key()).isEqualTo("sheet.columnTwice"));
  }
}
