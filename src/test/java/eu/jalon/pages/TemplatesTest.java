package eu.jalon.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The source of the templates. */
class TemplatesTest {

  private static final Path TEMPLATES = Path.of("src/main/jte/pages");
  private static final int LONGEST_LINE = 140;

  /** The start tag of a form, whose values may hold quotes, and what follows. */
  private static final Pattern FORM =
      Pattern.compile("<form\\b(?:[^>\"]|\"\\$\\{.*?}\"|\"[^\"$]*\")*>\\s*(.{16})", Pattern.DOTALL);

  @Test
  void noLineIsTooLongToRead() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path template : templates()) {
      List<String> lines = Files.readAllLines(template);
      for (int n = 0; n < lines.size(); n++) {
        if (lines.get(n).length() > LONGEST_LINE) {
          tooLong.add(template + ":" + (n + 1));
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  /** Among them are the token against forged requests and the key that makes a form act once. */
  @Test
  void everyFormHasItsHiddenFields() throws IOException {
    List<String> bare = new ArrayList<>();
    int forms = 0;
    for (Path template : templates()) {
      for (MatchResult form : FORM.matcher(Files.readString(template)).results().toList()) {
        forms++;
        if (!form.group(1).equals("${page.fields()}")) {
          bare.add(template + ": " + form.group());
        }
      }
    }
    assertThat(forms).isGreaterThan(90);
    assertThat(bare).isEmpty();
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files.filter(file -> file.toString().endsWith(".jte")).sorted().toList();
    }
  }
}
