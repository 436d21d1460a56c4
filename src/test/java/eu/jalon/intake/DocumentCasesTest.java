package eu.jalon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.intake.DocumentProposals.ProposedStep;
import eu.jalon.intake.reader.DocumentReaders;
import eu.jalon.intake.split.DeclarationSplitter;
import eu.jalon.intake.split.SplitDeclaration;
import eu.jalon.intake.split.SplitList;
import eu.jalon.intake.split.SplitList.Certainty;
import eu.jalon.intake.split.SplitStep;
import eu.jalon.intake.split.SplitTheme;
import eu.jalon.intake.split.wording.SectionWords;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small documents with one difficulty each, numbered as the cases that they stand for. */
class DocumentCasesTest {

  private static final LocalDate ADOPTED = LocalDate.of(2026, 5, 4);

  private final DeclarationSplitter splitter =
      new DeclarationSplitter(
          SectionWords.parse(IntakeProposals.resource("/intake/section-words.csv")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Suites à donner :", "Actions à entreprendre", "Relevé de décisions",
            "Engagements communs :",
        "Plan d’action 2027-2028", "3. Feuille de route", "Article 4 – Mesures",
            "LES MESURES CONVENUES",
        "Volgende stappen:", "Actiepunten", "Afspraken en besluiten", "Gezamenlijke verbintenissen",
        "Te nemen maatregelen :", "Next steps", "Agreed action points:", "The way forward",
        "Joint commitments and measures", "IV. Decisions taken", "Actions / Acties :"
      })
  void case01TheListIsFoundUnderAnyOfItsNames(String heading) {
    SplitDeclaration split =
        split("1. Phares\n\nBilan : Bon.\n\n" + heading + "\n\n• Peindre le phare.\n• Payer.\n");

    assertThat(texts(split)).containsExactly("Peindre le phare.", "Payer.");
    assertThat(split.lists()).extracting(SplitList::certainty).containsOnly(Certainty.SURE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Les ministres conviennent de : | peindre le phare ; | payer le gardien.",
        "De ministers komen overeen om: | de vuurtoren te schilderen; | de wachter te betalen.",
        "The ministers agree to: | paint the lighthouse; | pay the keeper."
      })
  void case02AListWithoutAHeadingIsUnsure(String leadIn, String first, String second) {
    SplitDeclaration split =
        split("Phares\n\n" + leadIn + "\n\n• " + first + "\n• " + second + "\n");

    assertThat(texts(split)).containsExactly(first, second);
    assertThat(split.lists()).extracting(SplitList::certainty).containsExactly(Certainty.UNSURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uF0B7",
        "\uF0A7",
        "✓",
        "☐",
        "→",
        "⇒",
        "•",
        "–",
        "1°",
        "1-",
        "1.",
        "1)",
        "a.",
        "a)",
        "A.",
        "A)",
        "i.",
        "i)",
        "(i)",
        "I.",
        "1.1",
        "①",
        "[1]",
        "Action 1 :",
        "Mesure 1.",
        "Art. 1"
      })
  void case03AnySignOpensAnItem(String sign) {
    for (String gap : List.of("\n", "\n\n")) {
      String list = sign + " Peindre le phare." + gap + next(sign) + " Payer le gardien.";

      assertThat(texts(split("1. Phares\n\nBilan : Bon.\n\nProchaines étapes :\n\n" + list)))
          .as("%s with %d line ends", sign, gap.length())
          .containsExactly("Peindre le phare.", "Payer le gardien.");
    }
  }

  private static String next(String sign) {
    return switch (sign) {
      case "1°", "1-", "1.", "1)", "[1]", "Action 1 :", "Mesure 1.", "Art. 1" ->
          sign.replace('1', '2');
      case "1.1" -> "1.2";
      case "①" -> "②";
      case "a.", "a)" -> sign.replace('a', 'b');
      case "A.", "A)" -> sign.replace('A', 'B');
      case "i.", "i)", "(i)" -> sign.replace("i", "ii");
      case "I." -> "II.";
      default -> sign;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "Action | Responsable | Échéance § SPF Justice",
        "Actiepunt | Wie | Wanneer § FOD Justitie",
        "Measure | Owner | Deadline | Status § FPS Justice"
      })
  void case04ARowOfATableIsOneStepWithItsOwnerAndItsDay(String header, String owner) {
    String rest = header.contains("Status") ? " | open" : "";
    List<ProposedStep> steps =
        propose(
            "1. Phares\n\nBilan : Bon.\n\nNext steps:\n\n"
                + header
                + "\nPeindre le phare | "
                + owner
                + " | 15/12/2026"
                + rest
                + "\nPayer le gardien | SPF Finances | 30/09/2027"
                + rest
                + "\n");

    assertThat(steps)
        .extracting(ProposedStep::text)
        .containsExactly("Peindre le phare", "Payer le gardien");
    assertThat(steps)
        .extracting(ProposedStep::dueOn)
        .containsExactly(LocalDate.of(2026, 12, 15), LocalDate.of(2027, 9, 30));
    assertThat(steps)
        .extracting(ProposedStep::owners)
        .containsExactly(List.of("BE-JUS"), List.of("BE-FIN"));
  }

  @Test
  void case05ATableOfACellALineIsReadByItsColumns() {
    List<ProposedStep> steps =
        propose(
            """
            1. Vuurtorens

            Evaluatie: Goed.

            Volgende stappen

            Actiepunt
            Wie
            Wanneer
            Toren schilderen
            FOD Justitie
            01/12/2026
            Wachter betalen
            FOD Financiën
            30/06/2027
            """);

    assertThat(steps)
        .extracting(ProposedStep::text)
        .containsExactly("Toren schilderen", "Wachter betalen");
    assertThat(steps)
        .extracting(ProposedStep::owners)
        .containsExactly(List.of("BE-JUS"), List.of("BE-FIN"));
  }

  @Test
  void case06ParagraphsWithoutBulletsOrGapsAreStepsOfTheirOwn() {
    assertThat(
            texts(
                split(
                    """
                    1. Phares

                    Bilan : Bon.

                    Prochaines étapes :

                    Mise en couleur du phare du nord et de toutes les bouées qui sont dans
                    le chenal
                    Signature d’un accord de garde
                    Échange de gardiens entre les deux ports
                    """)))
        .containsExactly(
            "Mise en couleur du phare du nord et de toutes les bouées qui sont dans le chenal",
            "Signature d’un accord de garde",
            "Échange de gardiens entre les deux ports");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Prochaines étapes | Les deux ports peindront leurs phares. | Un gardien sera payé.",
        "Volgende stappen | De twee havens zullen hun torens schilderen. | Een wachter wordt betaald.",
        "Next steps | The two ports will paint their towers. | A keeper will be paid."
      })
  void case07ParagraphsThatBeginWithTheirSubjectAreSteps(
      String heading, String first, String second) {
    assertThat(texts(split("1. Phares\n\n" + heading + "\n\n" + first + "\n" + second + "\n")))
        .containsExactly(first, second);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Signer un acte avant le 1er octobre 2026. | 2026-10-01",
        "Ouvrir un quai d’ici fin juin 2027. | 2027-06-30",
        "Publier une carte dans les six mois. | 2026-11-04",
        "Een akte ondertekenen vóór 1 oktober 2026. | 2026-10-01",
        "Een kaart uitgeven binnen de zes maanden. | 2026-11-04",
        "Publish a chart within six months. | 2026-11-04",
        "Open a quay by the end of June 2027. | 2027-06-30"
      })
  void case08TheDeadlineIsReadInTheSentence(String step, LocalDate day) {
    assertThat(propose("1. Phares\n\nNext steps:\n\n• " + step + "\n"))
        .extracting(ProposedStep::dueOn)
        .containsExactly(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Les ministres de la Justice désignent un juge. | BE-JUS,FR-JUS",
        "Le SPF Mobilité et Transports et le ministère des Transports font un plan. | BE-MOB,FR-TRA",
        "FOD Justitie en het Franse ministerie van Justitie wijzen een rechter aan. | BE-JUS,FR-JUS",
        "FPS Finance and the French Ministry for the Economy share their lists. | BE-FIN,FR-ECO",
        "Les ministres de l’Intérieur signent un arrangement sur les quais. | BE-IBZ,FR-INT"
      })
  void case09And10TheOwnersAreThoseThatTheSentenceNames(String step, String owners) {
    assertThat(propose("1. Phares\n\nNext steps:\n\n• " + step + "\n"))
        .extracting(ProposedStep::owners)
        .containsExactly(List.of(owners.split(",", -1)));
  }

  @Test
  void case13HeadingsUnderOneListAreItsThemes() {
    SplitDeclaration split =
        split(
            """
            Évaluation

            Le bilan est bon.

            Prochaines étapes

            1. Phares

            • Peindre le phare.
            • Payer le gardien.

            2. Quais

            • Balayer le quai.
            """);

    assertThat(split.themes()).extracting(SplitTheme::title).containsExactly("Phares", "Quais");
    assertThat(texts(split)).hasSize(3);
  }

  @Test
  void case14AHeadingNeedsNoNumberAndALookBackNoLabel() {
    SplitDeclaration split =
        split(
            """
            Vuurtorens

            De balans is goed en de rondes zijn hervat.

            Volgende stappen:

            • De toren schilderen.

            Kaaien

            De diensten kwamen vier keer samen.

            Volgende stappen:

            • De kaai vegen.
            """);

    assertThat(split.themes())
        .extracting(SplitTheme::title)
        .containsExactly("Vuurtorens", "Kaaien");
    assertThat(texts(split)).containsExactly("De toren schilderen.", "De kaai vegen.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fait à Ostende, le 5 mai 2027. | Annexe – Participants",
        "Gedaan te Oostende, op 5 mei 2027. | Bijlage – Deelnemers",
        "Done at Ostend on 5 May 2027. | Annex – Participants"
      })
  void case15WhatFollowsTheListIsNoStep(String signature, String annex) {
    assertThat(
            texts(
                split(
                    "1. Phares\n\nNext steps:\n\n• Peindre le phare.\n\n"
                        + signature
                        + "\n\n"
                        + annex
                        + "\n\n• Le gardien, SPF Justice\n")))
        .containsExactly("Peindre le phare.");
  }

  @Test
  void case17And18WordsAreMadeWholeAndALeadInIsNoStep() {
    assertThat(
            texts(
                split(
                    """
                    1. Lighthouses

                    Evaluation: Good.

                    Next steps

                    1.1 Ministers instruct their services to:
                       (a) paint the north light-
                    house;
                       (b) agree a common colour.

                    1.2 Continue the rounds.
                    """)))
        .containsExactly(
            "paint the north lighthouse;", "agree a common colour.", "Continue the rounds.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Next steps: (i) paint the lighthouse; (ii) pay the keeper; (iii) sweep the quay.",
        "Next steps: a) paint the lighthouse; b) pay the keeper; and c) sweep the quay.",
        "Next steps: 1° paint the lighthouse, 2° pay the keeper, 3° sweep the quay."
      })
  void case19EachPartOfAnEnumerationIsAStep(String list) {
    assertThat(texts(split("1. Lighthouses\n\n" + list + "\n"))).hasSize(3);
  }

  @Test
  void case20And22ABilingualHeadingIsFoundAndALeadInSentenceIsNoStep() {
    SplitDeclaration split =
        split(
            """
            1. Phares / Vuurtorens

            Prochaines étapes / Volgende stappen :

            Les deux gouvernements s’engagent :
            - à peindre le phare ;
            - à payer le gardien.
            """);

    assertThat(texts(split)).containsExactly("à peindre le phare ;", "à payer le gardien.");
  }

  @Test
  void case23AnOldCodePageIsReadRight() {
    byte[] content =
        "1. Phares\n\nÉvaluation : Bon.\n\nProchaines étapes :\n\no Créer une équipe dès l'été.\n"
            .getBytes(Charset.forName("IBM850"));

    assertThat(new IntakeProposals().propose("a.txt", content, ADOPTED))
        .extracting(ProposedStep::text)
        .containsExactly("Créer une équipe dès l'été.");
  }

  @Test
  void proseThatBindsIsProposedAsUnsureAndOtherProseIsNot() {
    SplitDeclaration split =
        split(
            """
            The ministers met in Ostend. They welcomed the new lighthouse.
            The two countries will publish a common chart. The weather was fine.
            """);

    assertThat(texts(split)).containsExactly("The two countries will publish a common chart.");
    assertThat(split.lists()).extracting(SplitList::certainty).containsExactly(Certainty.UNSURE);
  }

  @Test
  void everyStepStandsWhereItsPlaceSays() {
    String text = "1. Phares\n\nNext steps:\n\n• Peindre\n  le phare.\n• Payer.\n";
    for (SplitTheme theme : split(text).themes()) {
      for (SplitStep step : theme.steps()) {
        String there = text.substring(step.span().start(), step.span().end());
        assertThat(there.replaceAll("\\W+", "")).contains(step.text().replaceAll("\\W+", ""));
      }
    }
  }

  private SplitDeclaration split(String text) {
    return splitter.split(
        new DocumentReaders().read("a.txt", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<ProposedStep> propose(String text) {
    return new IntakeProposals().propose("a.txt", text.getBytes(StandardCharsets.UTF_8), ADOPTED);
  }

  private static List<String> texts(SplitDeclaration split) {
    return split.themes().stream()
        .flatMap(theme -> theme.steps().stream())
        .map(SplitStep::text)
        .toList();
  }
}
