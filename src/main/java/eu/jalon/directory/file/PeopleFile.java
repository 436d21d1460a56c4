package eu.jalon.directory.file;

import eu.jalon.directory.Person;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.CsvWriter;
import eu.jalon.shared.text.FormulaGuard;
import eu.jalon.shared.text.TextPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes people as CSV: UTF-8 with a byte order mark, semicolons, one line per person.
 * Exported files can be imported unchanged.
 */
public final class PeopleFile {

  /** The columns; an imported file must have all of them, in any order. */
  public static final List<String> COLUMNS =
      List.of("id", "name_fr", "name_nl", "name_en", "email", "language", "role", "ministry");

  /** Maximum file size in bytes. */
  public static final int LARGEST = 2 * 1024 * 1024;

  public static final int MOST_LINES = 5000;

  private static final String MARK = String.valueOf(CsvWriter.BYTE_ORDER_MARK);
  private static final int LONGEST_CELL = 254;
  private static final int SHOWN = 60;

  private PeopleFile() {}

  /**
   * An unvalidated line of an imported file.
   *
   * @param number the line number at which it starts, from 1
   * @param cells in the order of {@link #COLUMNS}; more or fewer if the line is malformed
   */
  record FileLine(int number, List<String> cells) {

    /** Returns the cell of a column. */
    String cell(String column) {
      return cells.get(COLUMNS.indexOf(column));
    }
  }

  /** Writes people as CSV; values are protected against formula injection. */
  public static String write(List<Person> people) {
    StringBuilder file = new StringBuilder();
    try {
      CsvWriter csv = new CsvWriter(file, COLUMNS);
      for (Person person : people) {
        csv.row(cells(person));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file.toString();
  }

  /** Returns the values of a person in the order of {@link #COLUMNS}. */
  static List<String> cells(Person person) {
    return List.of(
        person.id().value(),
        person.name().fr(),
        Objects.requireNonNullElse(person.name().nl(), ""),
        Objects.requireNonNullElse(person.name().en(), ""),
        person.address().map(EmailAddress::value).orElse(""),
        person.language().code(),
        person.role().name(),
        person.workplace().map(MinistryCode::value).orElse(""));
  }

  /**
   * Decodes an uploaded file; rejects one that is empty, too large or not UTF-8.
   *
   * @return the text without its byte order mark
   */
  static String text(byte[] content) {
    if (content.length == 0) {
      throw ValidationError.invalid("peopleFile.empty");
    }
    if (content.length > LARGEST) {
      throw ValidationError.invalid("peopleFile.large", LARGEST / 1024 / 1024);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      if (text.indexOf('\0') >= 0) {
        throw ValidationError.invalid("peopleFile.charset");
      }
      return text.startsWith(MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException otherCharset) {
      throw ValidationError.invalid("peopleFile.charset");
    }
  }

  /**
   * Parses the lines of a file without blank lines; the separator is a comma if the first line has
   * no semicolon. Rejects a file without the required columns, with too many lines, or with an
   * unclosed quotation mark.
   */
  static List<FileLine> read(String text) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(text.lines().findFirst().orElse("").contains(";") ? ';' : ',')
            .setIgnoreEmptyLines(false)
            .get();
    List<FileLine> lines = new ArrayList<>();
    int startLine = 1;
    try (CSVParser parser = CSVParser.parse(text, format)) {
      List<Integer> order = null;
      for (CSVRecord csvRecord : parser) {
        List<String> cells =
            csvRecord.stream()
                .map(cell -> normalized(FormulaGuard.unguarded(cell.strip())))
                .toList();
        if (order == null) {
          order = order(cells);
        } else if (!cells.stream().allMatch(String::isEmpty)) {
          if (lines.size() == MOST_LINES) {
            throw ValidationError.invalid("peopleFile.tooMany", MOST_LINES);
          }
          lines.add(new FileLine(startLine, inOrder(cells, order)));
        }
        startLine = (int) parser.getCurrentLineNumber() + 1;
      }
      if (lines.isEmpty()) {
        throw ValidationError.invalid("peopleFile.empty");
      }
      return lines;
    } catch (IOException | UncheckedIOException unreadable) {
      throw ValidationError.invalid("peopleFile.quotes", startLine);
    }
  }

  /**
   * Normalizes a cell; one with rejected characters is returned unchanged and rejected later with
   * its line.
   */
  private static String normalized(String cell) {
    return TextPolicy.SINGLE_LINE.accepts(cell)
        ? TextPolicy.SINGLE_LINE.checked("cell", cell)
        : cell;
  }

  private static List<Integer> order(List<String> header) {
    List<String> names = header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    List<String> missing = new ArrayList<>(COLUMNS);
    missing.removeAll(names);
    if (!missing.isEmpty()) {
      throw ValidationError.invalid("peopleFile.columns", String.join(", ", missing));
    }
    Set<String> once = new HashSet<>();
    for (String name : names) {
      if (!COLUMNS.contains(name) || !once.add(name)) {
        throw ValidationError.invalid("peopleFile.column", shown(name), String.join(", ", COLUMNS));
      }
    }
    return COLUMNS.stream().map(names::indexOf).toList();
  }

  private static List<String> inOrder(List<String> cells, List<Integer> order) {
    return cells.size() == order.size() ? order.stream().map(cells::get).toList() : cells;
  }

  /**
   * Rejects a line with a wrong number of cells, or with a cell that is too long or has hidden
   * characters.
   */
  static void requireWellFormed(FileLine line) {
    if (line.cells().size() != COLUMNS.size()) {
      throw ValidationError.invalid("peopleFile.cells", line.cells().size(), COLUMNS.size());
    }
    for (String column : COLUMNS) {
      String cell = line.cell(column);
      int longest = column.startsWith("name") ? Person.LONGEST_NAME : LONGEST_CELL;
      if (TextPolicy.length(cell) > longest) {
        throw ValidationError.invalid("peopleFile.long", column, longest);
      }
      if (!TextPolicy.SINGLE_LINE.accepts(cell)) {
        throw ValidationError.invalid("peopleFile.hidden", column);
      }
    }
  }

  /** Returns a printable, shortened form of a value for an error message. */
  static String shown(@Nullable String value) {
    String text = TextPolicy.revealed(value == null ? "" : value);
    return TextPolicy.length(text) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN - 1)) + "…";
  }
}
