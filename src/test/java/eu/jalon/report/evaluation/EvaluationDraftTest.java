package eu.jalon.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestParties;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Figures;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.directory.Ministry;
import eu.jalon.meeting.Theme;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checks the sentences of drafted evaluations and their comparison with saved texts. */
class EvaluationDraftTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final MeetingId ORIGIN = new MeetingId("VD2023");
  private static final MinistryCode IBZ = new MinistryCode("BE-IBZ");
  private static final Theme THEME = new Theme(ORIGIN, 2, Texts.text("Sécurité", "Veiligheid"));

  private static final List<StatusSheet.CommitmentRow> LINES =
      List.of(
          line(1, CommitmentStatus.FULFILLED, Health.ON_TRACK, null, null),
          line(2, CommitmentStatus.IN_PROGRESS, Health.ON_TRACK, LocalDate.of(2027, 2, 1), null),
          line(
              3,
              CommitmentStatus.IN_PROGRESS,
              Health.BLOCKED,
              null,
              "Aucun budget n’est prévu ;\narbitrage demandé."),
          line(4, CommitmentStatus.IN_PROGRESS, Health.SILENT, TODAY, null));

  private static final ThemeCounts STANDING =
      new ThemeCounts(
          THEME,
          Texts.text("Val Duchesse 2023", "Hertoginnedal 2023"),
          new Figures(1, 1, 0, 1, 1, 1),
          0,
          2);

  @Test
  void coordinators13_theFrenchDraftNamesCommitmentsByTheirTitlesAndQuotesReports() {
    assertThat(text(Texts.FR, STANDING, LINES).replace('\u00a0', ' '))
        .isEqualTo(
            "Ce thème compte 4 prochaines étapes : une réalisée, une en bonne voie, une bloquée et"
                + " une sans nouvelles. S’y ajoutent, closes sans être réalisées : 2 retirées. Est"
                + " réalisée : « Étape 1 ». L’échéance est dépassée pour « Étape 2 » (1er février"
                + " 2027). Est bloquée : « Étape 3 ». « Étape 3 », point d’avancement du 3 février"
                + " 2027 (SPF Intérieur) : « Aucun budget n’est prévu ; arbitrage demandé ». Aucun"
                + " point d’avancement n’a été reçu pour « Étape 4 ».");
  }

  @Test
  void coordinators13_theDutchDraftKeepsQuotesInTheirLanguage() {
    assertThat(text(Texts.NL, STANDING, LINES))
        .isEqualTo(
            "Dit thema telt 4 volgende stappen: één uitgevoerd, één op schema, één geblokkeerd en"
                + " één zonder nieuws. Daarnaast afgesloten zonder uitvoering: 2"
                + " ingetrokken. Uitgevoerd is “Stap 1”. De termijn is verstreken voor “Stap 2” (1"
                + " februari 2027). Geblokkeerd is “Stap 3”. “Stap 3”, voortgangsverslag van 3"
                + " februari 2027 (FOD Binnenlandse Zaken, in het Frans): “Aucun budget n’est prévu"
                + " ; arbitrage demandé”. Er kwam nog geen voortgangsverslag binnen over “Stap"
                + " 4”.");
  }

  @Test
  void aQuoteHasTheLanguageOfItsWriter() {
    assertThat(draft(Texts.NL).of(STANDING, LINES))
        .filteredOn(run -> run.otherLanguage().isPresent())
        .singleElement()
        .satisfies(
            quote -> {
              assertThat(quote.otherLanguage()).contains(Texts.FR);
              assertThat(quote.text()).startsWith("“Aucun budget").endsWith("demandé”.");
            });
    assertThat(draft(Texts.FR).of(STANDING, LINES))
        .as("in the language of the report nothing is marked")
        .allMatch(run -> run.otherLanguage().isEmpty());
  }

  @Test
  void theDraftNamesTheFirstCommitmentsAndCountsTheOthers() {
    ThemeCounts many =
        new ThemeCounts(
            THEME, Texts.text("Val Duchesse 2023", null), new Figures(9, 0, 0, 0, 0, 0), 0, 0);
    List<StatusSheet.CommitmentRow> shown =
        List.of(1, 2, 3, 4, 5, 6, 7).stream()
            .map(n -> line(n, CommitmentStatus.FULFILLED, Health.ON_TRACK, null, null))
            .toList();

    assertThat(text(Texts.FR, many, shown).replace('\u00a0', ' '))
        .endsWith(
            "Sont réalisées : « Étape 1 », « Étape 2 », « Étape 3 », « Étape 4 », « Étape 5 » et"
                + " 4 autres.");
  }

  @Test
  void textsAreComparedBySentence() {
    String kept = "Trois sont réalisées. Nous saluons cet effort. Une est bloquée.";
    String draft = "Quatre sont réalisées. Une est bloquée.";

    assertThat(EvaluationDifference.between(kept, draft, Texts.FR))
        .containsExactly(
            new EvaluationDifference(EvaluationDifference.Kind.ONLY_KEPT, "Trois sont réalisées."),
            new EvaluationDifference(
                EvaluationDifference.Kind.ONLY_KEPT, "Nous saluons cet effort."),
            new EvaluationDifference(
                EvaluationDifference.Kind.ONLY_DRAFT, "Quatre sont réalisées."),
            new EvaluationDifference(EvaluationDifference.Kind.BOTH, "Une est bloquée."));
  }

  private static String text(
      Language language, ThemeCounts standing, List<StatusSheet.CommitmentRow> lines) {
    return EvaluationDraft.text(draft(language).of(standing, lines));
  }

  private static EvaluationDraft draft(Language language) {
    Ministry interior =
        new Ministry(IBZ, false, Texts.text("SPF Intérieur", "FOD Binnenlandse Zaken"));
    return new EvaluationDraft(
        new ReportMessages(language, Map.of(IBZ, interior), List.of()),
        TODAY,
        ZoneOffset.UTC,
        Map.of(new PersonId("be-ibz"), Texts.FR));
  }

  private static StatusSheet.CommitmentRow line(
      int position,
      CommitmentStatus status,
      Health health,
      @Nullable LocalDate dueOn,
      @Nullable String blockedBecause) {
    CommitmentRef ref = CommitmentRef.of(ORIGIN, 2, position);
    return new StatusSheet.CommitmentRow(
        ref,
        Texts.text("Étape " + position, "Stap " + position),
        ORIGIN,
        2,
        TestParties.leads(IBZ, new MinistryCode("FR-INT"), TestParties.BE, List.of()),
        dueOn,
        status,
        health,
        null,
        blockedBecause == null
            ? Map.of()
            : Map.of(
                TestParties.BE,
                new ProgressReport(
                    ref,
                    IBZ,
                    ProgressStatus.BLOCKED,
                    blockedBecause,
                    null,
                    null,
                    Instant.parse("2027-02-03T09:00:00Z"),
                    new PersonId("be-ibz"))));
  }
}
