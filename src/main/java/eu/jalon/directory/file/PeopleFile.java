package eu.jalon.directory.file;

import eu.jalon.directory.Person;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
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
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes people as CSV: UTF-8 with a byte order mark, semicolons, one line per person.
 * Exported files can be imported unchanged.
 */
public final class PeopleFile {

  /** The columns that an imported file must have, beside one or more of names, in any order. */
  public static final List<String> COLUMNS = List.of("id", "email", "language", "role", "ministry");

  /** A column of names, which ends in the code of their language. */
  public static final String NAME = "name_";

  private static final Pattern NAMES = Pattern.compile(NAME + "[a-z]{2}");

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
   * @param header the names of the columns
   * @param cells in the order of the header; more or fewer if the line is malformed
   */
  record FileLine(int number, List<String> header, List<String> cells) {

    /** Returns the cell of a column. */
    String cell(String column) {
      return cells.get(header.indexOf(column));
    }

    /** Returns the first cell, which names the person, even if the line is malformed. */
    String id() {
      int column = header.indexOf("id");
      return column < cells.size() ? cells.get(column) : cells.get(0);
    }

    /**
     * Returns the names that are not blank, by language.
     *
     * @param before the names before, which stay in the languages without a column
     */
    LocalText name(@Nullable LocalText before) {
      Map<String, String> names = new LinkedHashMap<>();
      if (before != null) {
        names.putAll(before.byCode());
      }
      header.stream()
          .filter(column -> NAMES.matcher(column).matches())
          .forEach(column -> names.put(column.substring(NAME.length()), cell(column)));
      return LocalText.given(names).orElseThrow(() -> ValidationError.invalid("peopleFile.name"));
    }
  }

  /** Returns the columns of a file of people: a name in each language that one of them has. */
  public static List<String> columns(Collection<Person> people) {
    Set<Language> languages = new LinkedHashSet<>(Language.known());
    people.forEach(person -> languages.addAll(person.name().texts().keySet()));
    List<String> columns = new ArrayList<>(COLUMNS);
    columns.addAll(1, languages.stream().map(language -> NAME + language).toList());
    return List.copyOf(columns);
  }

  /** Writes people as CSV; values are protected against formula injection. */
  public static String write(List<Person> people) {
    StringBuilder file = new StringBuilder();
    try {
      List<String> columns = columns(people);
      CsvWriter csv = new CsvWriter(file, columns);
      for (Person person : people) {
        Map<String, String> cells = cells(person);
        csv.row(columns.stream().map(column -> cells.getOrDefault(column, "")).toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file.toString();
  }

  /** Returns the values of a person by column; a name only in the languages that it is given in. */
  static Map<String, String> cells(Person person) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("id", person.id().value());
    person.name().texts().forEach((language, name) -> cells.put(NAME + language, name));
    cells.put("email", person.address().map(EmailAddress::value).orElse(""));
    cells.put("language", person.language().code());
    cells.put("role", person.role().name());
    cells.put("ministry", person.workplace().map(MinistryCode::value).orElse(""));
    return cells;
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
      List<String> header = null;
      for (CSVRecord csvRecord : parser) {
        List<String> cells =
            csvRecord.stream()
                .map(cell -> normalized(FormulaGuard.unguarded(cell.strip())))
                .toList();
        if (header == null) {
          header = header(cells);
        } else if (!cells.stream().allMatch(String::isEmpty)) {
          if (lines.size() == MOST_LINES) {
            throw ValidationError.invalid("peopleFile.tooMany", MOST_LINES);
          }
          lines.add(new FileLine(startLine, header, cells));
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

  private static List<String> header(List<String> written) {
    List<String> names = written.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    List<String> missing = new ArrayList<>(COLUMNS);
    missing.removeAll(names);
    if (names.stream().noneMatch(name -> NAMES.matcher(name).matches())) {
      missing.add(NAME + Language.first());
    }
    if (!missing.isEmpty()) {
      throw ValidationError.invalid("peopleFile.columns", String.join(", ", missing));
    }
    Set<String> once = new HashSet<>();
    for (String name : names) {
      boolean known = COLUMNS.contains(name) || NAMES.matcher(name).matches();
      if (!known || !once.add(name)) {
        throw ValidationError.invalid(
            "peopleFile.column", shown(name), String.join(", ", columns(List.of())));
      }
    }
    return names;
  }

  /**
   * Rejects a line with a wrong number of cells, or with a cell that is too long or has hidden
   * characters.
   */
  static void requireWellFormed(FileLine line) {
    int columns = line.header().size();
    if (line.cells().size() != columns) {
      throw ValidationError.invalid("peopleFile.cells", line.cells().size(), columns);
    }
    for (String column : line.header()) {
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
