package eu.jalon.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.shared.Language;
import eu.jalon.shared.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

/** Checks that the report's message bundles contain exactly the keys that the code uses. */
class ReportMessagesTest {

  private static final Path SOURCES = Path.of("src/main/java/eu/jalon/report");
  private static final Pattern USED_KEY =
      Pattern.compile(
          "(?:text|count|named|explained|others)\\(\\s*(?:messages,\\s*)?\"([a-zA-Z.]+)\"|[?:]"
              + " \"([a-z]+\\.[a-zA-Z.]+)\"");

  @Test
  void bundlesContainExactlyTheUsedKeys() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher matcher = USED_KEY.matcher(Files.readString(file));
        while (matcher.find()) {
          String key = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
          if (!key.endsWith(".")) {
            used.add("note." + key);
          }
        }
      }
    }
    Stream.of(
            "theme",
            "ministry",
            "fulfilled",
            "onTrack",
            "atRisk",
            "blocked",
            "silent",
            "total",
            "overdue",
            "ref",
            "commitment",
            "change",
            "leads",
            "due",
            "state",
            "said",
            "situation",
            "accountable",
            "delay",
            "why",
            "decision")
        .forEach(column -> used.add("note.column." + column));
    Stream.of(
            CommitmentChange.Type.FULFILLED,
            CommitmentChange.Type.ENTERED,
            CommitmentChange.Type.DUE_DATE,
            CommitmentChange.Type.REASSIGNED,
            CommitmentChange.Type.CARRIED_OVER,
            CommitmentChange.Type.WITHDRAWN,
            "health",
            "overdue")
        .forEach(kind -> used.add("note.changed." + kind));
    Properties messages = new Properties();
    try (var reader =
        Files.newBufferedReader(Path.of("src/main/resources/i18n/report.properties"))) {
      messages.load(reader);
    }

    assertThat(new TreeSet<>(messages.stringPropertyNames())).isEqualTo(used);
  }

  @Test
  void messagesAreInTheReportsLanguageWhateverTheLocale() {
    LocalDate first = LocalDate.of(2027, 3, 1);

    assertThat(messages(Texts.FR).day(first)).isEqualTo("1er mars 2027");
    assertThat(messages(Texts.NL).day(first)).isEqualTo("1 maart 2027");
    assertThat(messages(Texts.EN).day(first)).isEqualTo("1 March 2027");
    assertThat(messages(Texts.FR).list(List.of("A", "B", "C"))).isEqualTo("A, B et C");
    assertThat(messages(Texts.NL).list(List.of("A", "B"))).isEqualTo("A en B");
    assertThat(messages(Texts.NL).quote("ja")).isEqualTo("“ja”");
    assertThat(messages(Texts.FR).quote("oui")).isEqualTo("«\u00a0oui\u00a0»");
  }

  @Test
  void messagesDoNotDependOnTheContextClassLoader() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    MessageSource bundles;
    try {
      thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
      bundles = ReportMessages.bundles();
    } finally {
      thread.setContextClassLoader(before);
    }

    assertThat(bundles.getMessage("note.quote", new Object[] {"ja"}, Texts.NL.locale()))
        .isEqualTo("“ja”");
  }

  @Test
  void longTextsAreCutAtAWordBoundary() {
    String cut = messages(Texts.FR).shortened("mot\n ".repeat(100));

    assertThat(cut).hasSizeLessThan(230).endsWith("mot […]").doesNotContain("\n", "  ");
  }

  private static ReportMessages messages(Language language) {
    return new ReportMessages(language, Map.of(), List.of());
  }
}
