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
 * People as a table for a spreadsheet: UTF-8 with a byte order mark, cells separated by semicolons,
 * a line for each. What is written can be read again and means the same.
 */
public final class PeopleFile {

  /** The columns; in a file that is read they may stand in any order, and all are needed. */
  public static final List<String> COLUMNS =
      List.of("id", "name_fr", "name_nl", "name_en", "email", "language", "role", "ministry");

  /** In bytes. */
  public static final int LARGEST = 2 * 1024 * 1024;

  public static final int MOST_LINES = 5000;

  private static final String MARK = String.valueOf(CsvWriter.BYTE_ORDER_MARK);
  private static final int LONGEST_CELL = 254;
  private static final int SHOWN = 60;

  private PeopleFile() {}

  /**
   * A line as somebody wrote it.
   *
   * @param number the line of the file on which it begins, from 1
   * @param cells in the order of {@link #COLUMNS}; more or fewer where the line is wrong
   */
  record Line(int number, List<String> cells) {

    /** The cell of a column, without blanks around it. */
    String cell(String column) {
      return cells.get(COLUMNS.indexOf(column));
    }
  }

  /** Writes people, each value so that a spreadsheet shows it and calculates nothing. */
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

  /** What stands of a person in the columns. */
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
   * The text of a file as it was uploaded; refuses one that is empty, too large or not UTF-8.
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
   * The lines of a file, blank ones left out, with semicolons or, where the first line has none,
   * commas. Refuses a file without our columns, with too many lines, or with quotes left open.
   */
  static List<Line> read(String text) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(text.lines().findFirst().orElse("").contains(";") ? ';' : ',')
            .setIgnoreEmptyLines(false)
            .get();
    List<Line> lines = new ArrayList<>();
    int begins = 1;
    try (CSVParser parser = CSVParser.parse(text, format)) {
      List<Integer> order = null;
      for (CSVRecord each : parser) {
        List<String> cells =
            each.stream().map(cell -> plain(FormulaGuard.unguarded(cell.strip()))).toList();
        if (order == null) {
          order = order(cells);
        } else if (!cells.stream().allMatch(String::isEmpty)) {
          if (lines.size() == MOST_LINES) {
            throw ValidationError.invalid("peopleFile.tooMany", MOST_LINES);
          }
          lines.add(new Line(begins, inOrder(cells, order)));
        }
        begins = (int) parser.getCurrentLineNumber() + 1;
      }
      if (lines.isEmpty()) {
        throw ValidationError.invalid("peopleFile.empty");
      }
      return lines;
    } catch (IOException | UncheckedIOException unreadable) {
      throw ValidationError.invalid("peopleFile.quotes", begins);
    }
  }

  /** The cell as it is kept; one that holds what no cell may hold is refused with its line. */
  private static String plain(String cell) {
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

  /** Refuses a line with a cell that nobody means to write. */
  static void requirePlain(Line line) {
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

  /** As much of a value as fits into a sentence. */
  static String shown(@Nullable String value) {
    String text = TextPolicy.revealed(value == null ? "" : value);
    return TextPolicy.length(text) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN - 1)) + "…";
  }
}
