package eu.jalon.mail.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.shared.text.TextPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample of a delivery report, with forbidden characters in each of its lines in turn. */
class DeliveryReportReaderTest {

  private static final Path SAMPLES = Path.of("src/test/resources/bounces");
  private static final String ID = "00000000-0000-4000-8000-000000000001";
  private static final String HIDDEN = "\u202E\uE000";
  private static final Pattern WORD = Pattern.compile("(?<=[: ])(\\p{L}{2})(\\p{L}+)$|$");

  static Stream<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void robustness2_noTextOfAReportKeepsAForbiddenCharacter(String sample) throws IOException {
    String report =
        Files.readString(SAMPLES.resolve(sample)).replace("@ID@", "<" + ID + "@a.example>");
    List<String> texts = new ArrayList<>();

    for (String variant : variants(report)) {
      DeliveryReportReader.read(variant.getBytes(StandardCharsets.UTF_8)).stream()
          .flatMap(read -> read.recipients().stream())
          .forEach(
              recipient -> {
                texts.addAll(recipient.addresses());
                texts.add(recipient.status());
                texts.add(recipient.diagnostic());
              });
    }

    assertThat(texts).allMatch(TextPolicy.SINGLE_LINE::accepts);
  }

  /**
   * The report with the characters in the words of one line, as they are and encoded (RFC 2047).
   */
  private static List<String> variants(String report) {
    String encoded =
        "=?UTF-8?B?"
            + Base64.getEncoder()
                .encodeToString(("x" + HIDDEN + "y").getBytes(StandardCharsets.UTF_8))
            + "?=";
    List<String> variants = new ArrayList<>();
    String[] lines = report.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      if (!line.isBlank()) {
        for (String added : List.of(HIDDEN, " " + encoded)) {
          lines[i] = WORD.matcher(line).replaceFirst("$1" + Matcher.quoteReplacement(added) + "$2");
          variants.add(String.join("\n", lines));
        }
        lines[i] = line;
      }
    }
    return variants;
  }
}
