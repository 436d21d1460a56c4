package eu.jalon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.jalon.TestDatabase;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.action.CommitmentTitles;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.pair.Difference;
import eu.jalon.intake.version.LanguageVersions;
import eu.jalon.intake.version.PairRow;
import eu.jalon.intake.version.VersionPairs;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A second language version gives the drafts of the first their titles. */
class LanguageVersionsTest {

  private static final String DUTCH =
      """
      Ontmoeting van Durbuy 2031

      1. Veiligheid van de stations

      Evaluatie: De gemeenschappelijke patrouilles zijn hervat.

      Volgende stappen:

      • Gemeenschappelijke camera’s installeren in de stations aan de grens. De agenten voor de
      zomer opleiden in het gebruik ervan.
      • Elk jaar de stationschefs bijeenbrengen.

      2. Havens en kanalen

      Evaluatie: Goed.

      Volgende stappen:

      • Samen 12 binnenschepen controleren vóór 1 maart 2030.
      • Een lijst van de kades bijhouden.
      """;

  private static UUID upload(IntakeFixture fixture, String text) {
    return fixture.intake.upload(
        "VD2018", "verklaring.txt", text.getBytes(StandardCharsets.UTF_8), fixture.by);
  }

  private static List<String> partners(VersionPairs pairs) {
    return pairs.rows().stream()
        .map(
            row ->
                (row.draft() == null ? "–" : row.draft().n())
                    + "/"
                    + (row.step() == null ? "–" : row.step().n()))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void aSecondVersionGivesTitlesAndItsPairsAreCorrected(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      LanguageVersions versions = fixture.get(LanguageVersions.class);
      fixture.titled(5, "Mijn eigen titel");

      assertThat(upload(fixture, DUTCH)).as("the declaration").isEqualTo(fixture.id);
      VersionPairs pairs = versions.pairs(fixture.id, Texts.NL, fixture.by);
      assertThat(partners(pairs)).containsExactly("1/1", "2/–", "3/2", "4/3", "5/4");
      assertThat(pairs.rows().get(3).differences())
          .extracting(Difference::kind)
          .containsExactly(Difference.Kind.DEADLINE, Difference.Kind.NUMBERS);
      assertThat(fixture.item(3).title().in(Texts.NL))
          .isEqualTo("Elk jaar de stationschefs bijeenbrengen");
      assertThat(fixture.item(5).title().in(Texts.NL))
          .as("what was entered")
          .isEqualTo("Mijn eigen titel");
      assertThat(fixture.item(2).title().in(Texts.NL)).isNull();

      versions.pair(fixture.id, Texts.NL, 2, 2, pairs.version().version(), fixture.by);
      assertThat(partners(versions.pairs(fixture.id, Texts.NL, fixture.by)))
          .containsExactly("1/1", "2/2", "3/–", "4/3", "5/4");
      assertThat(fixture.item(2).title().in(Texts.NL))
          .isEqualTo("Elk jaar de stationschefs bijeenbrengen");
      assertThat(fixture.item(3).title().in(Texts.NL)).isNull();

      versions.pair(fixture.id, Texts.NL, 1, 2, 1, fixture.by);
      assertThat(partners(versions.pairs(fixture.id, Texts.NL, fixture.by)))
          .as("two steps change places")
          .containsExactly("1/2", "2/1", "3/–", "4/3", "5/4");
      assertThatThrownBy(() -> versions.pair(fixture.id, Texts.NL, 1, 3, 1, fixture.by))
          .isInstanceOfSatisfying(
              ValidationError.class, error -> assertThat(error.key()).isEqualTo("version.changed"));

      fixture.review.split(fixture.id, 2, fixture.version(2), 10, fixture.by);
      assertThat(partners(versions.pairs(fixture.id, Texts.NL, fixture.by)))
          .as("pairs follow drafts that get other numbers")
          .containsExactly("1/2", "2/1", "3/–", "4/–", "5/3", "6/4");

      versions.remove(fixture.id, Texts.NL, fixture.by);
      assertThat(fixture.draft().items())
          .extracting(item -> item.title().in(Texts.NL))
          .filteredOn(Objects::nonNull)
          .containsExactly("Mijn eigen titel");
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothVersionsLaunchWithTheTitlesOfTheirThemes(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      upload(fixture, DUTCH);
      IntStream.rangeClosed(1, 5)
          .filter(n -> fixture.item(n).title().in(Texts.NL) == null)
          .forEach(n -> fixture.leftOut(n, true));
      fixture.completeFields();

      assertThat(fixture.intake.launch(fixture.id, fixture.by)).isEqualTo(4);
      assertThat(fixture.get(Meetings.class).themes(new MeetingId("VD2018")))
          .extracting(theme -> theme.title().in(Texts.FR), theme -> theme.title().in(Texts.NL))
          .containsExactly(
              tuple("Sécurité des gares", "Veiligheid van de stations"),
              tuple("Ports et canaux", "Havens en kanalen"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherDocumentAndTheSameTextAreNoVersion(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      UUID other =
          upload(
              fixture,
              """
              Volgende stappen:

              • De brandweer van 14 gemeenten bezoekt elkaars kazernes voor het einde van 2030.
              • Scholen wisselen hun leerlingen uit met het oog op een talenbad.
              """);
      assertThat(other).isNotEqualTo(fixture.id);
      fixture.intake.delete(other, fixture.by);

      upload(fixture, DUTCH);
      assertThatThrownBy(() -> upload(fixture, DUTCH))
          .isInstanceOfSatisfying(
              ValidationError.class,
              error -> assertThat(error.key()).isEqualTo("declaration.uploadedBefore"));
      fixture.intake.delete(fixture.id, fixture.by);
      assertThat(upload(fixture, DUTCH)).isNotEqualTo(fixture.id);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBilingualDocumentIsBothAtOnce(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      UUID id =
          upload(
              fixture,
              """
              Gares / Stations

              Prochaines étapes / Volgende stappen :

              • Fermer les passages à niveau de la ligne 75 pour la fin de l’année.
                De overwegen van de lijn 75 tegen het einde van het jaar sluiten.
              • Rénover la salle d’attente avec les deux communes.
                De wachtzaal met beide gemeenten renoveren.
              """);

      List<DraftItem> items = fixture.intake.get(id, fixture.by).items();
      assertThat(items)
          .extracting(item -> item.title().in(Texts.FR), item -> item.title().in(Texts.NL))
          .containsExactly(
              tuple(
                  "Fermer les passages à niveau de la ligne 75 pour la fin de l’année",
                  "De overwegen van de lijn 75 tegen het einde van het jaar sluiten"),
              tuple(
                  "Rénover la salle d’attente avec les deux communes",
                  "De wachtzaal met beide gemeenten renoveren"));
      assertThat(fixture.get(LanguageVersions.class).pairs(id, Texts.NL, fixture.by).rows())
          .allMatch(PairRow::isPair);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMissingLanguageIsTranslatedLater(TestDatabase database) {
    try (IntakeFixture fixture = IntakeFixture.of(database)) {
      fixture.completeFields();
      fixture.titled(1, "Camera’s installeren");
      assertThatThrownBy(() -> fixture.intake.launch(fixture.id, fixture.by))
          .isInstanceOf(ValidationError.class);
      assertThat(fixture.intake.launch(fixture.id, true, fixture.by)).isEqualTo(5);

      CommitmentTitles titles = fixture.get(CommitmentTitles.class);
      CommitmentRef second = new CommitmentRef("VD2018-1.02");
      assertThat(titles.untranslated(fixture.by)).hasSize(4);
      titles.translate(second, Texts.NL, "Een reisgids uitgeven", fixture.by);
      assertThat(titles.untranslated(fixture.by))
          .hasSize(3)
          .noneMatch(each -> each.commitment().ref().equals(second));
      assertThat(fixture.get(Commitments.class).get(second, fixture.by).title().in(Texts.NL))
          .isEqualTo("Een reisgids uitgeven");
      assertThatThrownBy(() -> titles.translate(second, Texts.NL, "Nog eens", fixture.by))
          .isInstanceOfSatisfying(
              ValidationError.class,
              error -> assertThat(error.key()).isEqualTo("commitment.translated"));
    }
  }
}
