package eu.jalon.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scripts and pages name no address from the root of the host, because a proxy may add a path. */
class AddressesTest {

  private static final Pattern ABSOLUTE =
      Pattern.compile("(?<![\\w:])(?:href|src|action|url)?[=:( ]*['\"`]/[a-z]");

  @Test
  void operator8_noScriptOrPageNamesAnAddressFromTheRoot() throws IOException {
    for (String folder :
        List.of(
            "src/main/resources/static",
            "src/main/resources/META-INF/resources/webjars/camunda",
            "processes/forms")) {
      for (Path file : files(folder)) {
        assertThat(Files.readString(file, UTF_8).lines())
            .as(file.toString())
            .noneMatch(line -> ABSOLUTE.matcher(line).find());
      }
    }
    for (Path template : files("src/main/jte/pages")) {
      assertThat(Files.readString(template, UTF_8))
          .as(template.toString())
          .doesNotContainPattern(" (?:href|src|action|hx-get|hx-post)=\"/");
    }
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(?:js|html|jte)"))
          .sorted()
          .toList();
    }
  }
}
