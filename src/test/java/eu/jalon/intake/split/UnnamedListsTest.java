package eu.jalon.intake.split;

import static eu.jalon.intake.split.Documents.steps;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Steps that stand under no heading known by its words, or in no list at all. */
class UnnamedListsTest {

  @Test
  void sentencesThatBindAreTakenFromAReportInProse() {
    assertThat(
            steps(
                """
                Entretien des ministres, Ostende, 4 mai 2027

                Les ministres ont abordé la situation sur la côte. La Belgique s'est engagée à \
                prêter deux vedettes. En 2026, 312 incidents ont été comptés.
                """))
        .containsExactly("La Belgique s'est engagée à prêter deux vedettes.");
  }

  @Test
  void twoPromisesOfOneSentenceAreTwoSteps() {
    assertThat(
            steps(
                """
                Meeting in Dover, 4 May 2027

                It was agreed that a joint manual would be printed by 1 October 2027 and that the \
                harbour masters would hold a yearly drill.
                """))
        .containsExactly(
            "It was agreed that a joint manual would be printed by 1 October 2027",
            "the harbour masters would hold a yearly drill.");
  }

  @Test
  void requestsToColleaguesAreStepsOfAMail() {
    assertThat(
            steps(
                """
                Dag allemaal,

                Even samenvatten:

                - Kan jij de lijst van de sluiswachters nasturen?
                - De havenmeester bezorgt ons de tarieven.

                Groeten
                """))
        .containsExactly(
            "Kan jij de lijst van de sluiswachters nasturen?",
            "De havenmeester bezorgt ons de tarieven.");
  }

  @Test
  void aTypedArrowOpensATask() {
    assertThat(
            steps(
                """
                1. Écluses

                La discussion porte sur les coûts.
                => Secrétariat : envoyer le plan des ponts
                """))
        .containsExactly("Secrétariat : envoyer le plan des ponts");
  }

  @Test
  void aHeadingThatComesAgainOverActionsNamesTheirLists() {
    assertThat(
            Documents.split(
                    """
                    1. Ports

                    Nos ambitions

                    - Publier un guide du marin
                    - Réparer les deux grues

                    2. Canaux

                    Nos ambitions

                    - Draguer le bief du nord
                    - Former les éclusiers
                    """)
                .themes())
        .extracting(SplitTheme::title)
        .containsExactly("Ports", "Canaux");
  }

  @Test
  void theColumnOfTheStepsMayHaveAnyNameBesideOwnersAndDeadlines() {
    assertThat(
            steps(
                """
                Chantier | Responsable | Échéance
                Poser deux sondes dans la Lesse | SPF Mobilité | 30/06/2027
                Comparer les seuils d'alerte | SPF Intérieur | 01/10/2027
                """))
        .containsExactly("Poser deux sondes dans la Lesse", "Comparer les seuils d'alerte");
  }
}
