package eu.jalon.intake.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table proposes sensible owners, and is refused where it is wrong. */
class ProposalTableTest {

  private static final String HEADER = "applies;words;sets;value;weight\n";
  private static final String DEFAULTS =
      """
      step;;track;STANDING_COOPERATION;1
      step;;leadBe;BE-IBZ;1
      step;;leadFr;FR-INT;1
      step;;accountable;BE;1
      """;

  private final ProposalTable table = ProposalTable.parse(Documents.rules());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Suivi des proces | Informer les victimes | STANDING_COOPERATION | BE-JUS | FR-JUS | BE",
        "Police | Faire du CCPD un lieu d’analyse | OPERATIONAL_CAPABILITY | BE-IBZ | FR-INT | BE",
        "Police | Former des patrouilles | OPERATIONAL_CAPABILITY | BE-IBZ | FR-INT | BE",
        "Drogues | Achever l’adhésion au MAOC (N) | LEGAL_INSTRUMENT | BE-IBZ | FR-INT | BE",
        "Police | Signer un texte (art. 36.1, Dublin) | LEGAL_INSTRUMENT | BE-AMI | FR-INT | BE",
        "Police | Accorder un soin aux chiens | STANDING_COOPERATION | BE-IBZ | FR-INT | BE",
        "Sahel | Encourager l’UE | JOINT_POSITION | BE-MAE | FR-MEAE | BE",
        "Sahel | Appeler à la clarté | JOINT_POSITION | BE-MAE | FR-MEAE | BE",
        "Sahel | Mettre à disposition | STANDING_COOPERATION | BE-MAE | FR-MEAE | BE",
        "Matiére de defense | Se parler | STANDING_COOPERATION | BE-DEF | FR-ARM | BE",
        "Police | Veiller aux Jeux Olympiques | STANDING_COOPERATION | BE-IBZ | FR-INT | FR",
        "'' | Se voir | STANDING_COOPERATION | BE-IBZ | FR-INT | BE"
      })
  void ownersAndTrackAreProposed(
      String theme, String step, String track, String leadBe, String leadFr, String accountable) {
    assertThat(table.propose(theme, step))
        .extracting(Proposal::track, Proposal::leadBe, Proposal::leadFr, Proposal::accountable)
        .containsExactly(track, leadBe, leadFr, accountable);
  }

  @Test
  void trainsStayWithThePoliceAndTransportIsAssociated() {
    var proposal = table.propose("Police", "Des agents dans les trains");

    assertThat(proposal.leadBe()).isEqualTo("BE-IBZ");
    assertThat(proposal.associated()).containsExactly("BE-MOB", "FR-TRA");
  }

  @Test
  void damagedAccentsAndApostrophesDoNotMatter() {
    assertThat(table.propose("Coopération", "services d\"'asilé de I'ETAT"))
        .isEqualTo(
            new Proposal(
                "Services d\"'asilé de I'ETAT",
                "STANDING_COOPERATION",
                "BE-AMI",
                "FR-INT",
                "BE",
                List.of()));
  }

  @Test
  void everyMinistryOfTheTableIsOneThatExists() {
    var known =
        List.of(
            "BE-IBZ", "BE-JUS", "BE-MAE", "BE-DEF", "BE-AMI", "BE-FIN", "BE-MOB", "FR-INT",
            "FR-JUS", "FR-MEAE", "FR-ARM", "FR-ECO", "FR-TRA");

    assertThat(Documents.rules().lines().filter(line -> !line.startsWith("#")))
        .flatExtracting(line -> Documents.words(line).isEmpty() ? List.of() : codes(line))
        .isNotEmpty()
        .isSubsetOf(known);
  }

  @Test
  void weightsAddUpAndALeadIsNeverAssociated() {
    var added =
        parsed(
            "step;quai;leadBe;BE-FIN;10",
            "step;grue;leadBe;BE-MOB;6",
            "theme;port;leadBe;BE-MOB;6",
            "step;quai;associated;BE-MOB;1",
            "step;quai;associated;BE-FIN;2");

    assertThat(added.propose("Ports", "Quai et grue").leadBe()).isEqualTo("BE-MOB");
    assertThat(added.propose("Ports", "Quai et grue").associated()).containsExactly("BE-FIN");
    assertThat(added.propose("Villes", "Quai et grue").leadBe()).isEqualTo("BE-FIN");
  }

  @Test
  void wordsAreFoundAtWordStartsOnly() {
    var position = parsed("step;position;track;JOINT_POSITION;5");

    assertThat(position.propose("", "Des positions").track()).isEqualTo("JOINT_POSITION");
    assertThat(position.propose("", "Disposition").track()).isEqualTo("STANDING_COOPERATION");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "page;quai;track;JOINT_POSITION;5 | applies must be theme or step, but is 'page'",
        "step;quai;lead;BE-JUS;5 | sets must be",
        "step;quai;track;OTHER;5 | track must be LEGAL_INSTRUMENT",
        "step;quai;leadBe;FR-INT;5 | leadBe must be a Belgian ministry",
        "step;quai;leadFr;BE-IBZ;5 | leadFr must be a French ministry",
        "step;quai;accountable;NL;5 | accountable must be BE or FR",
        "step;quai;associated;IBZ;5 | associated must be a ministry",
        "step;quai;track;JOINT_POSITION;0 | weight must be a whole number from 1 to 1000",
        "step;quai;track;JOINT_POSITION;1,5 | weight must be",
        "step;quai;track;JOINT_POSITION | a row must have 5 cells, but has 4",
      })
  void aBadRowIsNamedByItsLine(String row, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parsed("# a comment", "step;grue;leadBe;BE-MOB;6", row))
        .withMessageStartingWith("line 8: ")
        .withMessageContaining(reason);
  }

  @Test
  void anEmptyAlternativeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parsed("step;quai| |grue;track;JOINT_POSITION;5"))
        .withMessageStartingWith("line 6: words must hold a word");
  }

  @Test
  void aTableWithoutADefaultOrWithAnotherHeaderIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ProposalTable.parse(HEADER + DEFAULTS.replace("leadFr;FR-INT", "leadBe;BE-JUS")))
        .withMessageContaining("leadFr");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProposalTable.parse("a;b\n"))
        .withMessageStartingWith("header must be");
    assertThatIllegalArgumentException().isThrownBy(() -> ProposalTable.parse(""));
  }

  @Test
  void anUnclosedQuotationMarkIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parsed("step;\"quai;track;JOINT_POSITION;5"))
        .withMessageStartingWith("line ");
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreRead() {
    var read = ProposalTable.parse("\uFEFF" + (HEADER + DEFAULTS).replace("\n", "\r\n"));

    assertThat(read.propose("", "x").leadBe()).isEqualTo("BE-IBZ");
  }

  private static ProposalTable parsed(String... rows) {
    return ProposalTable.parse(HEADER + DEFAULTS + String.join("\n", rows) + "\n");
  }

  private static List<String> codes(String line) {
    var code = Pattern.compile("(BE|FR)-[A-Z]+").matcher(line);
    return code.results().map(MatchResult::group).toList();
  }
}
