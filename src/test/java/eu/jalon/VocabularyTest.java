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
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps words out of the code that the glossary replaces or that need a second reading. */
class VocabularyTest {

  private static final Path MAIN = Path.of("src/main/java");

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

  private static boolean isUnwanted(String line) {
    return UNWANTED.matcher(line).find();
  }
}
