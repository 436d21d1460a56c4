package eu.jalon.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.shared.Language;
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

/** The words of notes are those that the room asks for, no more and no fewer. */
class ReportMessagesTest {

  private static final Path ROOM = Path.of("src/main/java/eu/jalon/report");
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:text|count|named|explained)\\(\\s*(?:words,\\s*)?\"([a-zA-Z.]+)\"|[?:]"
              + " \"([a-z]+\\.[a-zA-Z.]+)\"");

  @Test
  void areAllThatTheRoomAsksForAndNoOthers() throws IOException {
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> files = Files.list(ROOM)) {
      for (Path file : files.toList()) {
        Matcher matcher = ASKED.matcher(Files.readString(file));
        while (matcher.find()) {
          String key = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
          if (!key.endsWith(".")) {
            asked.add("note." + key);
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
            "said")
        .forEach(column -> asked.add("note.column." + column));
    Stream.of(
            CommitmentChange.What.FULFILLED,
            CommitmentChange.What.ENTERED,
            CommitmentChange.What.DUE_DATE,
            CommitmentChange.What.REASSIGNED,
            CommitmentChange.What.CARRIED_OVER,
            CommitmentChange.What.WITHDRAWN,
            "health",
            "overdue")
        .forEach(kind -> asked.add("note.changed." + kind));
    Properties words = new Properties();
    try (var reader =
        Files.newBufferedReader(Path.of("src/main/resources/i18n/report.properties"))) {
      words.load(reader);
    }

    assertThat(new TreeSet<>(words.stringPropertyNames())).isEqualTo(asked);
  }

  @Test
  void speakTheirLanguageWhateverThePageSpeaks() {
    LocalDate first = LocalDate.of(2027, 3, 1);

    assertThat(words(Language.FR).day(first)).isEqualTo("1er mars 2027");
    assertThat(words(Language.NL).day(first)).isEqualTo("1 maart 2027");
    assertThat(words(Language.EN).day(first)).isEqualTo("1 March 2027");
    assertThat(words(Language.FR).list(List.of("A", "B", "C"))).isEqualTo("A, B et C");
    assertThat(words(Language.NL).list(List.of("A", "B"))).isEqualTo("A en B");
    assertThat(words(Language.NL).quote("ja")).isEqualTo("“ja”");
    assertThat(words(Language.FR).quote("oui")).isEqualTo("«\u00a0oui\u00a0»");
  }

  @Test
  void areFoundWhateverLoaderTheFirstThreadHas() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    MessageSource bundles;
    try {
      thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
      bundles = ReportMessages.bundles();
    } finally {
      thread.setContextClassLoader(before);
    }

    assertThat(bundles.getMessage("note.quote", new Object[] {"ja"}, Language.NL.locale()))
        .isEqualTo("“ja”");
  }

  @Test
  void cutALongTextAtAWord() {
    String cut = words(Language.FR).shortened("mot\n ".repeat(100));

    assertThat(cut).hasSizeLessThan(230).endsWith("mot […]").doesNotContain("\n", "  ");
  }

  private static ReportMessages words(Language language) {
    return new ReportMessages(language, Map.of());
  }
}
