package eu.jalon.intake.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** Which ministries the words of a step make responsible, by the names of a directory. */
class OwnersTest {

  private final Owners owners =
      new Owners(
          OwnerWords.parse(table()),
          List.of(
              office("BE-IBZ", "SPF Intérieur", "FOD Binnenlandse Zaken", "FPS Home Affairs"),
              office("BE-JUS", "SPF Justice", "FOD Justitie", "FPS Justice"),
              office(
                  "BE-FIN",
                  "SPF Finances (Douanes et Accises)",
                  "FOD Financiën (Douane en Accijnzen)",
                  "FPS Finance (Customs and Excise)"),
              office("BE-DEF", "Défense", "Defensie", "Belgian Defence"),
              office(
                  "FR-INT",
                  "Ministère de l’Intérieur",
                  "Frans ministerie van Binnenlandse Zaken",
                  "French Ministry of the Interior"),
              office(
                  "FR-JUS",
                  "Ministère de la Justice",
                  "Frans ministerie van Justitie",
                  "French Ministry of Justice"),
              office(
                  "FR-ARM",
                  "Ministère des Armées",
                  "Frans ministerie van Defensie",
                  "French Ministry of the Armed Forces")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Le SPF Justice désigne un juge | BE-JUS",
        "FOD Justitie wijst een rechter aan | BE-JUS",
        "Le ministère de la Justice désigne un juge | FR-JUS",
        "The French Ministry of Justice appoints a judge | FR-JUS",
        "Les ministres de la Justice désignent un juge | BE-JUS,FR-JUS",
        "De ministers van Justitie wijzen een rechter aan | BE-JUS,FR-JUS",
        "Les ministres de l’Intérieur et de la Justice signent | BE-IBZ,FR-INT,BE-JUS,FR-JUS",
        "FPS Interior tests the alarm | BE-IBZ",
        "Both Interior ministries draft a line | BE-IBZ,FR-INT",
        "La Défense belge et le ministère des Armées signent | BE-DEF,FR-ARM",
        "Une cellule pilotée par le SPF Intérieur est créée | BE-IBZ",
        "Demander au SPF Intérieur une liste | BE-IBZ"
      })
  void whoeverHasToDoTheStepIsAnOwner(String step, String codes) {
    assertThat(owners.in(step))
        .extracting(Owners.Mention::code)
        .containsExactlyInAnyOrder(codes.split(",", -1));
  }

  @Test
  void aMinistryWithoutACountryIsOfTheInstitutionNamedBefore() throws IOException {
    Owners institution =
        new Owners(
            OwnerWords.parse(table()),
            List.of(
                office("BNL-INT", "Ministère de l’Intérieur", "Binnenlandse Zaken", "Interior"),
                office("BNL-JUS", "Ministère de la Justice", "Justitie", "Justice"),
                office("FR-INT", "Ministère de l’Intérieur", "Binnenlandse Zaken", "Interior"),
                office("FR-JUS", "Ministère de la Justice", "Justitie", "Justice")));

    assertThat(institution.inCell("BNL-INT, Justice"))
        .extracting(Owners.Mention::code)
        .containsExactlyInAnyOrder("BNL-INT", "BNL-JUS");
  }

  @Test
  void anAbbreviationIsWrittenInCapitals() {
    assertThat(owners.in("Constituer un stock de pompes (IBZ, fin 2027)"))
        .extracting(Owners.Mention::code)
        .containsExactly("BE-IBZ");
    assertThat(owners.in("Ouvrir un poste à la mi-journée")).isEmpty();
  }

  @Test
  void anAbbreviationOfTheTableNeedsTheNameItStandsFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnerWords.parse("kind;party;words\nABBREVIATION;BE;dvz\n"))
        .withMessageContaining("line 2");
  }

  @ParameterizedTest
  @CsvSource({
    "Signer un arrangement sur les quais",
    "Informer le SPF Justice des travaux",
    "Transmettre la liste au ministère de la Justice",
    "Publier une carte en concertation avec le SPF Intérieur",
    "Le ministère néerlandais de la Justice désigne un juge",
    "Rendre la justice plus rapide"
  })
  void whoIsOnlyNamedIsNoOwner(String step) {
    assertThat(owners.in(step)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Min. Intérieur | FR-INT",
        "FOD Financiën / Douane | BE-FIN",
        "Justice (FR) | FR-JUS",
        "IBZ / MI | BE-IBZ,FR-INT",
        "AGD&A, DGDDI | BE-FIN",
        "BE-DEF, FR-ARM | BE-DEF,FR-ARM"
      })
  void aCellNamesItsOwnersBarely(String cell, String codes) {
    assertThat(owners.inCell(cell))
        .extracting(Owners.Mention::code)
        .containsExactlyInAnyOrder(codes.split(",", -1));
  }

  @Test
  void thePlaceOfAMentionIsKept() {
    String step = "Dès l’été, le SPF Justice désigne un juge";
    Owners.Mention mention = owners.in(step).get(0);

    assertThat(step.substring(mention.start(), mention.end())).isEqualTo("SPF Justice");
  }

  private static Office office(String code, String... names) {
    return new Office(code, code.substring(0, code.indexOf('-')), List.of(names), false);
  }

  private static String table() {
    try {
      return new ClassPathResource("intake/ministry-words.csv")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
