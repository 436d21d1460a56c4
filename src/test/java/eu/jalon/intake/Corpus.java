package eu.jalon.intake;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eu.jalon.intake.CorpusScore.Counts;
import eu.jalon.intake.CorpusScore.DocumentScore;
import eu.jalon.intake.CorpusScore.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of documents with their truth files, and the report on what the register proposes for
 * them.
 *
 * <p>{@code main} scores any folder: {@code Corpus <folder> <report.md>}.
 */
final class Corpus {

  private static final String TRUTH = ".truth.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final List<Entry> entries;

  private Corpus(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** A document and its truth. */
  record Entry(String fileName, Path file, Truth truth) {

    byte[] content() throws IOException {
      return Files.readAllBytes(file);
    }

    private String format() {
      return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
  }

  /** Reads the truth files of a folder in the order of their names. */
  static Corpus read(Path folder) throws IOException {
    List<Path> truths;
    try (Stream<Path> files = Files.list(folder)) {
      truths = files.filter(file -> file.toString().endsWith(TRUTH)).sorted().toList();
    }
    List<Entry> entries = new ArrayList<>();
    for (Path truth : truths) {
      String name = truth.getFileName().toString();
      String document = name.substring(0, name.length() - TRUTH.length());
      entries.add(
          new Entry(
              document,
              folder.resolve(document),
              JSON.readValue(Files.readAllBytes(truth), Truth.class)));
    }
    return new Corpus(entries);
  }

  List<Entry> entries() {
    return entries;
  }

  /** Scores every document; the day of the meeting is given when the document states it. */
  Map<Entry, DocumentScore> score(DocumentProposals proposals) throws IOException {
    Map<Entry, DocumentScore> scores =
        new TreeMap<>((one, other) -> one.fileName().compareTo(other.fileName()));
    for (Entry entry : entries) {
      scores.put(
          entry,
          CorpusScore.score(
              proposals.propose(entry.fileName(), entry.content(), entry.truth().documentDate()),
              entry.truth()));
    }
    return scores;
  }

  static Counts total(Map<Entry, DocumentScore> scores) {
    return scores.values().stream()
        .map(DocumentScore::counts)
        .reduce(Counts.NONE, (sum, counts) -> sum.plus(counts));
  }

  /** Writes a table with a line for each document, the sums, and what was missed and why. */
  static String report(Map<Entry, DocumentScore> scores) {
    StringBuilder report = new StringBuilder("# Proposals compared with the truth files\n\n");
    report.append(HEADER);
    scores.forEach((entry, score) -> report.append(row(entry.fileName(), score.counts())));

    report.append("\n## Sums\n\n").append(HEADER);
    Map<String, Counts> sums = new TreeMap<>();
    scores.forEach(
        (entry, score) -> {
          sums.merge("format " + entry.format(), score.counts(), Counts::plus);
          sums.merge(
              "language " + String.join("/", entry.truth().language()),
              score.counts(),
              Counts::plus);
        });
    sums.forEach((name, counts) -> report.append(row(name, counts)));
    report.append(row("**all**", total(scores)));

    report.append("\n## Differences\n");
    scores.forEach(
        (entry, score) -> {
          if (!score.missed().isEmpty() || !score.extra().isEmpty() || !score.wrong().isEmpty()) {
            report.append("\n### ").append(entry.fileName()).append("\n\n");
            score.missed().forEach(text -> report.append(difference("missed", text)));
            score.extra().forEach(text -> report.append(difference("extra", text)));
            score.wrong().forEach(text -> report.append(difference("wrong", text)));
          }
        });
    return report.toString();
  }

  private static final String HEADER =
      """
      | document | steps | proposed | matched | recall | precision | dates right | dates false \
      | owners right | owners false | themes right |
      |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
      """;

  private static String row(String name, Counts counts) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %.2f | %.2f | %d/%d | %d | %d/%d | %d | %d/%d |%n",
        name,
        counts.steps(),
        counts.proposed(),
        counts.matched(),
        counts.recall(),
        counts.precision(),
        counts.datesRight(),
        counts.datesStated(),
        counts.datesFalse(),
        counts.ownersRight(),
        counts.ownersStated(),
        counts.ownersFalse(),
        counts.themesRight(),
        counts.themesStated());
  }

  private static String difference(String kind, String text) {
    return "- " + kind + ": " + text.replaceAll("\\s+", " ").strip() + "\n";
  }

  /** Scores the registered implementation on a folder and writes the report. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("usage: Corpus <folder> <report.md>");
    }
    DocumentProposals proposals =
        ServiceLoader.load(DocumentProposals.class)
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("No DocumentProposals in META-INF/services"));
    write(Path.of(arguments[1]), report(read(Path.of(arguments[0])).score(proposals)));
  }

  static void write(Path file, String report) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, report);
  }
}
