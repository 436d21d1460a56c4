package eu.jalon.reminder.wording;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.directory.Ministry;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.Texts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinistryNamesTest {

  private static final MinistryCode CODE = new MinistryCode("BE-IBZ");

  @ParameterizedTest
  @CsvSource({
    "SPF Justice, du SPF Justice",
    "Ministère de l’Intérieur, du Ministère de l’Intérieur",
    "Chancellerie du Premier ministre, de la Chancellerie du Premier ministre",
    "Défense, de la Défense",
    "Services du Premier ministre, des Services du Premier ministre",
    "Office des étrangers, de l’Office des étrangers",
    "Asile et Migration, d’Asile et Migration",
    "Mobilité, de la Mobilité",
    "Fedasil, de Fedasil",
    "Police fédérale, de la Police fédérale",
    "Intérieur, de l’Intérieur",
    "Affaires étrangères, des Affaires étrangères",
    "La Défense, de la Défense",
    "Le Premier ministre, du Premier ministre",
    "Les Douanes, des Douanes",
    "L’Office des étrangers, de l’Office des étrangers",
    "Premier ministre, du Premier ministre",
    "Haut-commissariat aux réfugiés, du Haut-commissariat aux réfugiés",
    "Collège des procureurs généraux, du Collège des procureurs généraux",
    "Hôpitaux publics, d’Hôpitaux publics",
    "Élysée, d’Élysée"
  })
  void aFrenchNameHasItsPrepositionAndArticle(String name, String from) {
    assertThat(names(Texts.text(name, null, null), Texts.FR).from(CODE)).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource({
    "FOD Justitie, van de FOD Justitie",
    "Kanselarij van de Eerste Minister, van de Kanselarij van de Eerste Minister",
    "Diensten van de Franse Eerste Minister, van de Diensten van de Franse Eerste Minister",
    "Frans ministerie van Justitie, van het Franse ministerie van Justitie",
    "Defensie, van Defensie",
    "Federale politie, van de Federale politie",
    "Crisiscentrum, van het Crisiscentrum",
    "Het Crisiscentrum, van het Crisiscentrum",
    "De Kanselarij, van de Kanselarij",
    "Directie Internationale Samenwerking, van de Directie Internationale Samenwerking"
  })
  void aDutchNameHasItsPrepositionAndArticle(String name, String from) {
    assertThat(names(Texts.text("SPF", name, null), Texts.NL).from(CODE)).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource({
    "FPS Justice, from the FPS Justice",
    "French Ministry of Justice, from the French Ministry of Justice",
    "Belgian Defence, from Belgian Defence",
    "Federal Police, from the Federal Police",
    "The Chancellery, from the Chancellery"
  })
  void anEnglishNameHasItsPrepositionAndArticle(String name, String from) {
    assertThat(names(Texts.text("SPF", null, name), Texts.EN).from(CODE)).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource({
    "FÖD Justiz, vom FÖD Justiz",
    "Kanzlei des Premierministers, von der Kanzlei des Premierministers",
    "Französisches Ministerium der Justiz, vom französischen Ministerium der Justiz",
    "Auswärtiges Amt, vom Auswärtigen Amt",
    "Asyl und Migration, von Asyl und Migration",
    "Föderalpolizei, von der Föderalpolizei",
    "Bundeskanzleramt, vom Bundeskanzleramt",
    "Zoll, vom Zoll"
  })
  void aGermanNameHasItsPrepositionAndArticle(String name, String from) {
    assertThat(names(LocalText.of(Texts.DE, name), Texts.DE).from(CODE)).isEqualTo(from);
  }

  @Test
  void anUnknownMinistryIsNamedByItsCode() {
    assertThat(new MinistryNames(Map.of(), Texts.FR).name(CODE)).isEqualTo("BE-IBZ");
  }

  private static MinistryNames names(LocalText name, Language language) {
    return new MinistryNames(Map.of(CODE, new Ministry(CODE, false, name)), language);
  }
}
