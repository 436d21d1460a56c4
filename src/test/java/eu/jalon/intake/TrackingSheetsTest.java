package eu.jalon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.jalon.TestDatabase;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.sheet.SheetColumn;
import eu.jalon.intake.sheet.SheetMapping;
import eu.jalon.intake.tracking.SheetPreview;
import eu.jalon.intake.tracking.TrackingSheets;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sheet that a ministry keeps is previewed, taken over as drafts and launched with reports. */
class TrackingSheetsTest {

  private static final String SHEET =
      """
      N°;Thème;Action;Actie;Responsable;Échéance;État;Remarques
      1;Gares;Poser des bancs;Banken plaatsen;SPF Intérieur et ministère de l’Intérieur;01/03/2031;en retard;Le marché est attribué
      2;Gares;Éclairer le quai de la gare;Het perron van het station verlichten;BE-JUS, FR-JUS;;fait;
      ;;;;;;;vu le 3 mai
      3;Ports;Draguer le chenal;De vaargeul baggeren;;31/12/2030;;
      """;

  private static UUID upload(IntakeFixture fixture, String text) {
    return fixture
        .get(TrackingSheets.class)
        .upload("VD2021", "suivi.csv", text.getBytes(StandardCharsets.UTF_8), null, fixture.by);
  }

  @ParameterizedTest
  @EnumSource
  void publicReports12_aSheetIsTakenOverWhollyOrNotAtAllAndBringsItsReports(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      TrackingSheets sheets = fixture.get(TrackingSheets.class);
      UUID id = upload(fixture, SHEET);

      SheetPreview preview = sheets.preview(id, fixture.by);
      assertThat(preview.rows())
          .extracting(row -> row.outcome().name())
          .containsExactly("STEP", "STEP", "NO_STEP", "STEP");
      assertThat(Objects.requireNonNull(preview.rows().get(0).draft()).deadline())
          .hasToString("2031-03-01");
      assertThatThrownBy(() -> sheets.take(id, 0, fixture.by))
          .isInstanceOfSatisfying(
              ValidationError.class, error -> assertThat(error.key()).isEqualTo("sheet.noStep"));
      assertThat(fixture.intake.all(fixture.by)).as("nothing taken over").hasSize(1);

      List<SheetColumn> columns = new ArrayList<>(preview.sheet().mapping().columns());
      columns.set(0, SheetColumn.NONE);
      SheetMapping mapping =
          new SheetMapping(columns, preview.sheet().mapping().statuses(), Set.of(4));
      sheets.map(id, mapping, 0, fixture.by);
      assertThatThrownBy(() -> sheets.take(id, 0, fixture.by))
          .isInstanceOfSatisfying(
              ValidationError.class, error -> assertThat(error.key()).isEqualTo("sheet.changed"));
      UUID declaration = sheets.take(id, 1, fixture.by);
      assertThatThrownBy(() -> sheets.take(id, 1, fixture.by)).isInstanceOf(ValidationError.class);

      List<DraftItem> items = fixture.intake.get(declaration, fixture.by).items();
      assertThat(items)
          .extracting(item -> item.title().in(Texts.NL))
          .containsExactly(
              "Banken plaatsen", "Het perron van het station verlichten", "De vaargeul baggeren");
      fixture.completeFields(declaration);
      assertThat(fixture.intake.launch(declaration, fixture.by)).isEqualTo(3);

      Commitments commitments = fixture.get(Commitments.class);
      CommitmentRef first = new CommitmentRef("VD2021-1.01");
      ProgressReport report = commitments.reports(first).get(0);
      assertThat(report.status()).isEqualTo(ProgressStatus.AT_RISK);
      assertThat(report.text()).isEqualTo("Le marché est attribué (suivi.csv, 2)");
      assertThat(commitments.reports(new CommitmentRef("VD2021-1.02")))
          .extracting(ProgressReport::status, ProgressReport::text)
          .containsExactly(tuple(ProgressStatus.DONE, "(suivi.csv, 3)"));
      assertThat(commitments.reports(new CommitmentRef("VD2021-2.01"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasTakenOverIsTakenBackWithItsDeclaration(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      TrackingSheets sheets = fixture.get(TrackingSheets.class);
      String clean = SHEET.replaceAll("(?m)^;;;.*\\R", "");
      UUID declaration = sheets.take(upload(fixture, clean), 0, fixture.by);
      assertThatThrownBy(() -> upload(fixture, clean))
          .isInstanceOfSatisfying(
              ValidationError.class,
              error -> assertThat(error.key()).isEqualTo("declaration.uploadedBefore"));

      fixture.intake.delete(declaration, fixture.by);
      UUID again = upload(fixture, clean);
      sheets.delete(again, fixture.by);
      assertThatThrownBy(() -> sheets.preview(again, fixture.by))
          .isInstanceOfSatisfying(
              ValidationError.class, error -> assertThat(error.key()).isEqualTo("sheet.unknown"));
    }
  }
}
