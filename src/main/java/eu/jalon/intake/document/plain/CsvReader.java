package eu.jalon.intake.document.plain;

import eu.jalon.intake.document.CleanText;
import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.DocumentReader;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.block.FlowParagraph;
import eu.jalon.intake.document.block.FlowWriter;
import eu.jalon.intake.document.block.SourceTextBuilder;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads tables saved as text; the separator is the sign that divides the first lines alike. */
public final class CsvReader implements DocumentReader {

  private static final int LINES_LOOKED_AT = 10;

  private final @Nullable String encoding;

  /** Reads text in an encoding, or recognises it where none is given. */
  public CsvReader(@Nullable String encoding) {
    this.encoding = encoding;
  }

  @Override
  public SourceText read(String fileName, byte[] content) {
    String text = CleanText.storable(TextEncoding.decode(content, encoding));
    if (text.regionMatches(true, 0, "sep=", 0, 4)) {
      text = text.substring(Math.max(0, text.indexOf('\n')));
    }
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator(text))
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .setTrailingData(true)
            .setLenientEof(true)
            .get();
    var builder = new SourceTextBuilder();
    var writer = new FlowWriter(builder);
    writer.startTable();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord row : parser) {
        add(row, writer);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException damaged) {
      ValidationError refusal = ValidationError.invalid("document.damaged", "CSV");
      refusal.initCause(damaged);
      throw refusal;
    }
    writer.endTable();
    return builder.build(fileName, DocumentFormat.CSV, null, List.of());
  }

  /** An empty line divides two tables. */
  private static void add(CSVRecord row, FlowWriter writer) {
    if (row.stream().allMatch(String::isBlank)) {
      writer.endTable();
      writer.startTable();
      return;
    }
    writer.startRow();
    for (String cell : row) {
      writer.startCell();
      writer.paragraph(FlowParagraph.body(cell, false));
    }
  }

  private static char separator(String text) {
    List<String> lines =
        text.lines().filter(line -> !line.isBlank()).limit(LINES_LOOKED_AT).toList();
    char best = ';';
    long most = 0;
    for (char separator : new char[] {';', '\t', ',', '|'}) {
      long least =
          lines.stream()
              .mapToLong(line -> line.chars().filter(c -> c == separator).count())
              .min()
              .orElse(0);
      long all =
          lines.stream().mapToLong(line -> line.chars().filter(c -> c == separator).count()).sum();
      long score = least * 1000 + Math.min(999, all);
      if (score > most) {
        most = score;
        best = separator;
      }
    }
    return best;
  }
}
