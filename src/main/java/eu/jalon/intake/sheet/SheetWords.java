package eu.jalon.intake.sheet;

import eu.jalon.commitment.ProgressStatus;
import eu.jalon.shared.text.Folding;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names that columns and values of a tracking sheet have, read from a table: what they mean,
 * the language and the alternatives, compared without case, accents and signs.
 */
public final class SheetWords {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ARTICLE = Pattern.compile("^(?:le|la|les|l|de|het|the) ");
  private static final Pattern PARTS = Pattern.compile("[/(]");
  private static final int LONGEST_NAME = 60;
  private static final String VALUE = "IS_";

  private final Map<String, SheetColumn> columns = new HashMap<>();
  private final Map<String, ProgressStatus> statuses = new HashMap<>();

  private SheetWords() {}

  /**
   * Reads the table: rows of three fields, separated by semicolons; a row that starts with {@code
   * #} is a comment.
   *
   * @throws IllegalArgumentException for a row that is not so
   */
  public static SheetWords parse(String csv) {
    SheetWords words = new SheetWords();
    csv.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(words::add);
    return words;
  }

  private void add(String line) {
    List<String> fields = List.of(line.split(";", -1));
    if (fields.size() != 3) {
      throw new IllegalArgumentException("three fields expected: " + line);
    }
    String meaning = fields.get(0).strip();
    for (String name : fields.get(2).split("\\|", -1)) {
      if (meaning.startsWith(VALUE)) {
        statuses.put(plain(name), ProgressStatus.valueOf(meaning.substring(VALUE.length())));
      } else {
        columns.put(plain(name), SheetColumn.valueOf(meaning));
      }
    }
  }

  /** What a column with that name holds; {@code NONE} for a name that is not known. */
  SheetColumn column(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return SheetColumn.NONE;
    }
    SheetColumn whole = columns.get(plain(name));
    if (whole != null) {
      return whole;
    }
    for (String part : PARTS.split(name, -1)) {
      SheetColumn found = columns.get(plain(part));
      if (found != null) {
        return found;
      }
    }
    return SheetColumn.NONE;
  }

  /** How many of some cells are names of different columns. */
  long named(List<String> cells) {
    Map<SheetColumn, Boolean> found = new EnumMap<>(SheetColumn.class);
    cells.forEach(cell -> found.put(column(cell), true));
    found.remove(SheetColumn.NONE);
    return found.size();
  }

  /** The status that a value means, empty for one that is not known. */
  Optional<ProgressStatus> status(String value) {
    String plain = plain(value);
    ProgressStatus known = statuses.get(plain);
    return known != null
        ? Optional.of(known)
        : Optional.ofNullable(statuses.get(plain.replaceAll("^\\d+ ?", "")));
  }

  private static String plain(String name) {
    String words =
        NO_WORD.matcher(Folding.fold(name).toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return ARTICLE.matcher(words).replaceFirst("");
  }
}
