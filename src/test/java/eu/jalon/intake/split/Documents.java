package eu.jalon.intake.split;

import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.Paragraph;
import eu.jalon.intake.document.Place;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.split.wording.SectionWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The documents the tests read, all of them our own words with the faults of a scan. */
final class Documents {

  private Documents() {}

  static String scan() {
    return resource("/intake/scan.txt");
  }

  static String dutch() {
    return resource("/intake/verklaring.txt");
  }

  /** A declaration with one theme whose list holds these lines. */
  static String withList(String... lines) {
    return "1. Quais\n\nEvaluation : Bon.\n\nProchaines étapes :\n\n" + String.join("\n", lines);
  }

  /** Splits a plain text. */
  static SplitDeclaration split(String text) {
    var whole = new Paragraph(text, false, new Place(0, text.length(), 0));
    return new DeclarationSplitter(SectionWords.parse(resource("/intake/section-words.csv")))
        .split(new SourceText("a.txt", DocumentFormat.TEXT, text, List.of(whole), null, List.of()));
  }

  static List<String> steps(String document) {
    return split(document).themes().stream()
        .flatMap(theme -> theme.steps().stream())
        .map(SplitStep::text)
        .toList();
  }

  /** The runs of letters and digits of a text, in their order. */
  static List<String> words(String text) {
    return Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String resource(String path) {
    try (var stream = Documents.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + path);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
