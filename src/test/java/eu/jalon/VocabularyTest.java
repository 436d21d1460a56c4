package eu.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps words out of the code that the glossary replaces or that need a second reading. */
class VocabularyTest {

  private static final Path MAIN = Path.of("src/main/java");
  private static final Path RESOURCES = Path.of("src/main/resources");

  private static final Pattern UNWANTED =
      Pattern.compile(
          "\\b(whoever|somebody|nobody|anybody|everybody|he|him|his|himself"
              + "|nudges?|nudged|rungs?|ladder|hearers?|outbox)\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void theCodeUsesTheWordsOfTheGlossary() throws Exception {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        for (String line : Files.readAllLines(file)) {
          if (isUnwanted(line)) {
            found.add(file + ": " + line.strip());
          }
        }
      }
    }

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/** What he sent. */", "int nudged = 0;", "// Whoever asks is told."})
  void anUnwantedWordIsFound(String line) {
    assertThat(isUnwanted(line)).isTrue();
  }

  /** What native readers found wrong in the texts of the first release, by language. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''   | 0 retirées
          ''   | La réponse de Ministère
          ''   | La réponse de {0}
          ''   | le même degré ne leur est pas dit
          ''   | il me faut du temps, pas pour nous
          ''   | Emporter cette vue
          ''   | Nos mots
          ''   | Connexion manquée
          ''   | intitulé
          ''   | vous pose une question
          ''   | Une question de {0}
          ''   | Les relances se taisent
          ''   | Votre demande est partie
          ''   | Confirmer la ligne
          ''   | Rapporter l’issue
          ''   | Achevé
          _nl  | niets komt te laat
          _nl  | moet niet meer worden
          _nl  | geen regel kan
          _nl  | opgeladen
          _nl  | Ouderdom
          _nl  | viseren
          _nl  | oplijsten
          _nl  | Keer voortgezet
          _nl  | foreign fighters
          _nl  | FOD Justitie stelt
          _nl  | van FOD
          _nl  | herinneringen zwijgen
          _nl  | vertrokken
          _nl  | Vragen in behandeling
          _nl  | Hoe ver staat u
          _nl  | Balans versturen
          _nl  | Beste,
          _nl  | Vervaldag
          _nl  | Uiterste datum
          """)
  void coordinators_focalPoints_noTextHasAWordingThatNativesRefused(String suffix, String wording)
      throws Exception {
    List<String> found = new ArrayList<>();
    for (Path file : texts(suffix)) {
      for (String line : Files.readAllLines(file)) {
        if (line.contains(wording)) {
          found.add(file + ": " + line.strip());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  /** Whole texts of French pages that were one word too general, or one word too many. */
  @ParameterizedTest
  @ValueSource(strings = {"Genre", "Quoi", "Statut", "Intitulé"})
  void coordinators_noTextIsAWordThatNativesRefused(String word) throws Exception {
    for (Path file : texts("")) {
      assertThat(Files.readAllLines(file))
          .as("%s", file)
          .noneMatch(line -> line.endsWith("=" + word) || line.matches(".*: \"" + word + "\",?"));
    }
  }

  /** The message bundles of a language, and Tasklist's texts in it. */
  private static List<Path> texts(String suffix) throws Exception {
    List<Path> files = new ArrayList<>();
    for (String bundle : List.of("pages", "terms", "emails", "report", "errors", "tasklist")) {
      files.add(RESOURCES.resolve("i18n/" + bundle + suffix + ".properties"));
    }
    String language = suffix.isEmpty() ? "fr" : suffix.substring(1);
    files.add(
        RESOURCES.resolve(
            "META-INF/resources/webjars/camunda/app/tasklist/locales/" + language + ".json"));
    assertThat(files).allMatch(Files::exists);
    return files;
  }

  private static boolean isUnwanted(String line) {
    return UNWANTED.matcher(line).find();
  }
}
