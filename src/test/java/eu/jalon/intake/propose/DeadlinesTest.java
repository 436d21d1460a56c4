package eu.jalon.intake.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Each way to write a deadline, one row a rule, and what only looks like one. */
class DeadlinesTest {

  private static final LocalDate ADOPTED = LocalDate.of(2026, 5, 4);

  private final Deadlines deadlines = new Deadlines(DeadlineRules.parse(table()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Signer avant le 1er octobre 2026 | 2026-10-01",
        "Sign before October 1, 2026 | 2026-10-01",
        "Signer pour le 15/12/2026 | 2026-12-15",
        "Ondertekenen tegen 15.12.2026 | 2026-12-15",
        "Sign by 2026-12-15 | 2026-12-15",
        "Ondertekenen vóór 1 oktober | 2026-10-01",
        "Sign by March 1 | 2027-03-01",
        "Tenir le salon du 3 au 7 mai 2027 | 2027-05-07",
        "Hold the fair from 3 to 7 May 2027 | 2027-05-07",
        "Répondre entre mars et juin 2027 | 2027-06-30",
        "Ouvrir d’ici fin juin 2027 | 2027-06-30",
        "Openen tegen eind juni 2027 | 2027-06-30",
        "Open by the end of June 2027 | 2027-06-30",
        "Publier en mars 2027 | 2027-03-31",
        "Publish by the end of March | 2027-03-31",
        "Openen medio juni 2027 | 2027-06-15",
        "Open by mid-June 2027 | 2027-06-15",
        "Ouvrir au deuxième trimestre 2027 | 2027-06-30",
        "Open by Q2 2027 | 2027-06-30",
        "Openen in het derde kwartaal van 2027 | 2027-09-30",
        "Ouvrir au premier semestre 2027 | 2027-06-30",
        "Open in H2 2027 | 2027-12-31",
        "Ouvrir à la mi-2027 | 2027-06-30",
        "Openen eind 2026 | 2026-12-31",
        "Open in the course of 2027 | 2027-12-31",
        "Ouvrir en 2028 | 2028-12-31",
        "Openen in het voorjaar van 2027 | 2027-06-20",
        "Open in the autumn of 2027 | 2027-12-20",
        "Ouvrir avant l’été 2028 | 2028-06-20",
        "Open before the winter | 2026-12-20",
        "Publier dans les six mois | 2026-11-04",
        "Publier dans un délai d’un an | 2027-05-04",
        "Publish within 24 months | 2028-05-04",
        "Uitgeven binnen de zes maanden | 2026-11-04",
        "Publier d’ici la fin de l’année | 2026-12-31",
        "Publish before the end of this year | 2026-12-31",
        "Publish next year | 2027-12-31",
        "Répondre avant la fin du mois | 2026-05-31",
        "Een nota rondsturen (Deadline: oktober 2026) | 2026-10-31",
        "Rédiger une fiche (échéance : mars 2027) | 2027-03-31",
        "Draft a note (due date: 2027) | 2027-12-31"
      })
  void aDayIsRead(String step, LocalDate day) {
    assertThat(due(step)).get().extracting(StatedDeadline::date).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "T2 2027 | 2027-06-30",
        "juni 2027 | 2027-06-30",
        "Jun-27 | 2027-06-30",
        "Q1/2027 | 2027-03-31",
        "2027-T3 | 2027-09-30",
        "2027 | 2027-12-31",
        "Belgian Defence ; September 2026 | 2026-09-30"
      })
  void aCellHoldsADayInAnyShortForm(String cell, LocalDate day) {
    assertThat(deadlines.inCell(cell, ADOPTED))
        .extracting(StatedDeadline::date)
        .containsExactly(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Faire le point d’ici au prochain sommet | S-0",
        "Report by our next meeting | S-0",
        "Verslag uitbrengen op de volgende vergadering | S-0",
        "Se réunir chaque année | S-0/P1Y",
        "Jaarlijks verslag uitbrengen | S-0/P1Y",
        "Meet every six months | S-0/P6M",
        "Tenir deux fois par an une réunion | S-0/P6M",
        "Elk kwartaal overleggen | S-0/P3M",
        "Report every year, for the first time on 1 March 2027 | 2027-03-01/P1Y"
      })
  void theNextMeetingAndAnIntervalAreRead(String step, String rule) {
    assertThat(due(step)).get().extracting(one -> one.rule().toString()).isEqualTo(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Appliquer la recommandation du 9 juin 2027",
        "Adapter l’arrangement du 16 avril 1964",
        "Apply the decision of 9 June 2027",
        "Het verdrag van 9 juni 2027 toepassen",
        "Tirer les leçons de l’été 2025",
        "Share hits within 24 hours",
        "Traiter les demandes dans les 48 heures",
        "Répondre dans les dix jours suivant la demande",
        "Report six months after the entry into force",
        "Appliquer l’article 36.1 du règlement 604/2013",
        "Poursuivre le programme 2027-2030",
        "Keep the fund open until 2030",
        "Appliquer le plan depuis mars 2027",
        "Het budget voor 2028 voorleggen",
        "Proposer des festivités pour l’anniversaire de la coopération en 2029",
        "Rappeler la note envoyée le 14 janvier 2027",
        "De brief verstuurd op 14.01.2027 opvolgen",
        "Échanger les listes"
      })
  void whatIsNoDeadlineIsNoneRead(String step) {
    assertThat(due(step)).isEmpty();
  }

  @Test
  void ofSeveralDaysTheLastOneCountsAndAllAreKept() {
    List<StatedDeadline> found =
        deadlines.in("Écrire avant le 1er juin 2026 et publier avant le 1er mars 2027", ADOPTED);

    assertThat(found).hasSize(2);
    assertThat(Deadlines.ofAll(found))
        .get()
        .extracting(StatedDeadline::date)
        .hasToString("2027-03-01");
  }

  @Test
  void thePlaceOfTheWordsIsKept() {
    String step = "Peindre le phare d’ici fin juin 2027 sans faute";
    StatedDeadline due = due(step).orElseThrow();

    assertThat(step.substring(due.start(), due.end())).isEqualTo("d’ici fin juin 2027");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30/09/2027 | 2027-09-30",
        "juin 2027 | 2027-06-30",
        "Q2 2027 | 2027-06-30",
        "T4 2026 | 2026-12-31",
        "fin 2027 | 2027-12-31",
        "01/04/2026 | 2026-04-01"
      })
  void aCellIsReadWithoutTheWordsAround(String cell, LocalDate day) {
    assertThat(deadlines.inCell(cell, ADOPTED))
        .extracting(StatedDeadline::date)
        .containsExactly(day);
  }

  @Test
  void withoutADateOfTheDocumentAPeriodIsNoDay() {
    assertThat(deadlines.in("Publier dans les six mois", null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"SOON;{d} | line 2: meaning must be one of", "DAY;( | line 2: Unclosed group"})
  void aWrongRowIsNamedByItsLine(String row, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeadlineRules.parse("meaning;pattern\n" + row + "\n"))
        .withMessageStartingWith(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sous six mois, publier le rapport | 2026-11-04",
        "Réparer la grue avant le 20/6 | 2026-06-20",
        "Compter les grues à dater du 1er janvier 2028 | 2028-01-01"
      })
  void aPeriodOrADayWithoutItsYearCountsFromTheDocument(String step, LocalDate day) {
    assertThat(due(step)).map(StatedDeadline::date).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nagaan of de kaaien tegen eind 2030 verlengd kunnen worden",
        "De controles in december voortaan op elkaar afstemmen"
      })
  void aDayThatIsAskedAboutOrComesEachYearIsNoDeadline(String step) {
    assertThat(due(step)).isEmpty();
  }

  private Optional<StatedDeadline> due(String step) {
    return Deadlines.ofAll(deadlines.in(step, ADOPTED));
  }

  private static String table() {
    try {
      return new ClassPathResource("intake/deadline-rules.csv")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
