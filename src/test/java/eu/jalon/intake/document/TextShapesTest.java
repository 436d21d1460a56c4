package eu.jalon.intake.document;

import static eu.jalon.intake.document.Documents.blocksOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks of plain text are told by their shape. */
class TextShapesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "•",
        "–",
        "-",
        "*",
        "\uF0B7",
        "\uF0A7",
        "✓",
        "☐",
        "→",
        "⇒",
        "e",
        "o",
        "1°",
        "1-",
        "a.",
        "A.",
        "A)",
        "i.",
        "i)",
        "(i)",
        "I.",
        "1.1",
        "①",
        "[1]",
        "1)",
        "(1)",
        "Action 1 :",
        "Mesure 1.",
        "Art. 1",
        "Maatregel 1:",
        "Décision n° 1 :"
      })
  void everyMarkerOpensAnItemWithAndWithoutEmptyLines(String first) {
    String second = next(first);
    for (String gap : List.of("\n", "\n\n")) {
      String text =
          "Prochaines étapes :\n\n"
              + first
              + " Renforcer les patrouilles dans la zone frontalière et partager leurs\n"
              + "statistiques."
              + gap
              + second
              + " Former les agents.\n";

      List<Block> blocks = Documents.text(text).blocks();

      assertThat(blocks).hasSize(3);
      assertThat(blocks.get(0)).isInstanceOf(Paragraph.class);
      assertThat(blocks.subList(1, 3)).allMatch(block -> block instanceof ListItem);
      assertThat(blocks.get(1).text())
          .isEqualTo(
              "Renforcer les patrouilles dans la zone frontalière et partager leurs statistiques.");
      assertThat(blocks.get(2).text()).isEqualTo("Former les agents.");
      assertThat(((ListItem) blocks.get(2)).level()).isEqualTo(1);
    }
  }

  private static String next(String marker) {
    return switch (marker) {
      case "a." -> "b.";
      case "A." -> "B.";
      case "A)" -> "B)";
      case "i." -> "ii.";
      case "i)" -> "ii)";
      case "(i)" -> "(ii)";
      case "I." -> "II.";
      case "1.1" -> "1.2";
      case "①" -> "②";
      default -> marker.replace('1', '2');
    };
  }

  @Test
  void aNameAfterItsInitialIsNoItem() {
    assertThat(blocksOf("Ont participé :\n\nM. Dubois, SPF Justice\nE. Jansen, FOD Financiën\n"))
        .containsExactly("Ont participé :", "M. Dubois, SPF Justice", "E. Jansen, FOD Financiën");
  }

  @Test
  void theNinthLetterOfAListIsNoRomanNumber() {
    var text = new StringBuilder();
    for (char letter = 'a'; letter <= 'j'; letter++) {
      text.append(letter).append(") Signer un accord ;\n");
    }

    assertThat(Documents.text(text.toString()).blocks())
        .hasSize(10)
        .allMatch(block -> block instanceof ListItem item && item.level() == 1);
  }

  @Test
  void theLinesOfATableOfContentsAreNoHeadings() {
    assertThat(
            blocksOf(
                """
                1. Police ............ 3
                2. Justice ........... 5

                1. Police

                Le bilan est bon.
                """))
        .containsExactly(
            "PAGE_HEADER 1. Police ............ 3",
            "PAGE_HEADER 2. Justice ........... 5",
            "#1 1. Police",
            "Le bilan est bon.");
  }

  @Test
  void numberedLinesWithATextOfTheirOwnAreHeadings() {
    assertThat(
            blocksOf(
                """
                I. Sécurité

                1. Police

                Le bilan est bon.

                2. Justice

                Le bilan est bon.
                """))
        .containsExactly(
            "#1 I. Sécurité",
            "#2 1. Police",
            "Le bilan est bon.",
            "#2 2. Justice",
            "Le bilan est bon.");
  }

  @Test
  void numberedLinesThatFollowEachOtherAreItems() {
    assertThat(
            blocksOf(
                "Mesures :\n\n1. Signer un accord\n2. Former les agents\n3. Créer un portail\n"))
        .containsExactly(
            "Mesures :",
            "*1 1. Signer un accord",
            "*1 2. Former les agents",
            "*1 3. Créer un portail");
  }

  @Test
  void subItemsAreDeeper() {
    assertThat(
            blocksOf(
                """
                1.1 Ministers instruct their services to:
                   (a) share hits;
                   (b) agree a form.

                1.2 Continue the meetings.
                """))
        .containsExactly(
            "*1 1.1 Ministers instruct their services to:",
            "*2 (a) share hits;",
            "*2 (b) agree a form.",
            "*1 1.2 Continue the meetings.");
  }

  @Test
  void aLineThatEndsEarlyEndsItsParagraph() {
    assertThat(
            blocksOf(
                """
                Prochaines étapes :

                Mise à l’étude d’une troisième ligne d’interconnexion entre les deux
                réseaux nationaux
                Signature d’un accord de solidarité gazière
                Échange d’inspecteurs entre les deux autorités
                """))
        .containsExactly(
            "Prochaines étapes :",
            "Mise à l’étude d’une troisième ligne d’interconnexion entre les deux réseaux"
                + " nationaux",
            "Signature d’un accord de solidarité gazière",
            "Échange d’inspecteurs entre les deux autorités");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "négocia-|tion aux administrations|négociation aux administrations",
        "franco-|belge de police|franco-belge de police",
        "c’est-à-|dire demain|c’est-à-dire demain",
        "celles-|ci demain|celles-ci demain",
        "politie-|en justitiediensten|politie- en justitiediensten",
        "samen-|werking versterken|samenwerking versterken",
      })
  void publicReports10_aWordCutAtALineEndIsMadeWhole(String end, String start, String whole) {
    assertThat(blocksOf("• Confier la " + end + "\n  " + start + ".\n"))
        .containsExactly("*1 • Confier la " + whole + ".");
  }

  @Test
  void aHyphenThatTheDocumentKeepsElsewhereIsKept() {
    assertThat(
            blocksOf(
                """
                Le porte-avions est prêt.

                • Moderniser la centrale inter-
                  services et l'inter-services.
                """))
        .contains("*1 • Moderniser la centrale inter-services et l'inter-services.");
  }

  @Test
  void barsTabsAndCellsOnLinesOfTheirOwnAreTables() {
    List<String> rows =
        List.of(
            "= Action | Responsable | Échéance",
            "| Créer une brigade mixte | SPF Intérieur | 15/12/2026",
            "| Former les agents | SPF Finances | 30/11/2026");
    String[][] cells = {
      {"Action", "Responsable", "Échéance"},
      {"Créer une brigade mixte", "SPF Intérieur", "15/12/2026"},
      {"Former les agents", "SPF Finances", "30/11/2026"}
    };

    for (String separator : List.of(" | ", "\t", "\n", "\n\n")) {
      var text = new StringBuilder("Prochaines étapes :\n\n");
      for (String[] row : cells) {
        text.append(String.join(separator, row)).append(separator.equals("\n\n") ? "\n\n" : "\n");
      }
      assertThat(blocksOf(text.toString()).subList(1, 4))
          .as("separator %s", separator)
          .isEqualTo(rows);
    }
    assertThat(
            blocksOf(
                """
                | Action | Responsable | Échéance |
                |---|:--:|---|
                | Créer une brigade mixte | SPF Intérieur | 15/12/2026 |
                | Former les agents | SPF Finances | 30/11/2026 |
                """))
        .isEqualTo(rows);
  }

  @Test
  void twoColumnsAreReadOneAfterTheOther() {
    assertThat(
            blocksOf(
                """
                1. Police                          2. Justice

                Prochaines étapes :                Prochaines étapes :

                • Renforcer les patrouilles        • Désigner un magistrat de
                dans la zone frontalière.          liaison.
                """))
        .containsExactly(
            "#1 1. Police",
            "Prochaines étapes :",
            "*1 • Renforcer les patrouilles dans la zone frontalière.",
            "#1 2. Justice",
            "Prochaines étapes :",
            "*1 • Désigner un magistrat de liaison.");
  }

  @Test
  void pageHeadersFootersAndFootnotesStandApart() {
    assertThat(
            blocksOf(
                """
                Prochaines étapes :

                • Renforcer les patrouilles1.
                ____________________
                1 Voir l’annexe 1.

                DIFFUSION RESTREINTE            Page 1 sur 2

                Conférence de Gand – document de travail

                • Former les agents.
                """))
        .containsExactly(
            "Prochaines étapes :",
            "*1 • Renforcer les patrouilles.",
            "FOOTNOTE 1 Voir l’annexe 1.",
            "PAGE_FOOTER DIFFUSION RESTREINTE Page 1 sur 2",
            "PAGE_HEADER Conférence de Gand – document de travail",
            "*1 • Former les agents.");
  }

  @Test
  void aRuleAboveNumberedTextMakesNoFootnotesOfIt() {
    assertThat(
            blocksOf(
                """
                BESLUITEN
                ------------------------------

                1 Nederland vertaalt de instructie.
                2 De commissie neemt kennis van de cijfers.
                ------------------------------
                Ondertekend door beide voorzitters.
                """))
        .contains("Ondertekend door beide voorzitters.")
        .noneMatch(block -> block.startsWith("FOOTNOTE") || block.contains("---"));
  }

  @Test
  void aYearOrAWordBehindAPrepositionGoesOnTheLineBefore() {
    assertThat(
            blocksOf(
                """
                De onderwijsministers laten tegen het einde van het schooljaar
                2027 een gemeenschappelijk lespakket maken voor alle scholen van
                Limburg en stellen het daarna gratis ter beschikking.
                """))
        .hasSize(1);
  }

  @Test
  void linesRepeatedOnEveryPageAreFurniture() {
    assertThat(
            blocksOf(
                """
                Conférence de Gand

                1. Police

                Le bilan est bon et les services ont travaillé ensemble dans la

                3
                \fConférence de Gand

                zone frontalière.

                4
                """))
        .containsExactly(
            "PAGE_HEADER Conférence de Gand",
            "#1 1. Police",
            "Le bilan est bon et les services ont travaillé ensemble dans la zone frontalière.",
            "PAGE_NUMBER 3",
            "PAGE_HEADER Conférence de Gand",
            "PAGE_NUMBER 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Paris, le 5 mai 2023|2023-05-05",
        "Brussel, 12 maart 2026|2026-03-12",
        "Fait à Lille, le 1er octobre 2026, en deux exemplaires.|2026-10-01",
        "Gedaan te Gent op 3 juni 2027.|2027-06-03",
        "Done at Namur on 4 July 2026.|2026-07-04",
        "Déclaration commune du sommet du 9 décembre 2026|2026-12-09",
        "Une réunion s’est tenue ce 7 février 2026 à Paris.|2026-02-07",
        "12/03/2026|2026-03-12",
        "Conseil ministériel, Thionville, le 15 septembre 2026|2026-09-15",
        "Bruxelles / Brussel, 20.10.2026|2026-10-20",
        "• Signer un arrangement avant le 1er octobre 2026.|",
        "Signer l’arrangement du 16 avril 1964.|",
      })
  void theDocumentsOwnDateIsFound(String line, LocalDate date) {
    assertThat(Documents.text("Déclaration\n\n" + line + "\n\nLe bilan est bon.\n").date())
        .isEqualTo(date);
  }

  @Test
  void aPlaceCoversTheRawTextOfItsBlock() {
    SourceText source =
        Documents.text("1. Santé\r\n\r\n• Confier la négocia-\r\n  tion aux services.\r\n");

    Place place = source.blocks().get(1).place();

    assertThat(source.text().substring(place.start(), place.end()))
        .isEqualTo("• Confier la négocia-\n  tion aux services.");
  }
}
