package eu.jalon.intake.split.unit;

import eu.jalon.intake.split.wording.ActionWording;
import eu.jalon.intake.split.wording.FoldedText;
import eu.jalon.intake.split.wording.SectionWords;
import eu.jalon.intake.split.wording.SectionWords.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the columns of a table of steps by their names. */
public record StepTable(int step, List<Integer> owners, List<Integer> dues, int theme) {

  private static final Pattern PARTS = Pattern.compile("[/(]");
  private static final Pattern ARTICLE = Pattern.compile("^(?:le|la|les|l|de|het|the) ");
  private static final Pattern NUMBERED_THEME =
      Pattern.compile("(?<word>\\p{L}+) (?:n[°o] ?)?\\d{1,2} ?[.:–-]? (?<title>[^.]{2,80})");
  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)20\\d\\d(?!\\d)|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2}|\\p{L}{3,5}-\\d{2}");
  private static final int LONGEST_DATE = 30;
  private static final int LONGEST_NAME = 40;
  private static final List<String> VAGUE =
      List.of(
          "objet",
          "description",
          "intitule",
          "libelle",
          "omschrijving",
          "beschrijving",
          "onderwerp",
          "what",
          "quoi",
          "wat");

  /** Whether a cell can be the name of a column. */
  static boolean isColumn(SectionWords wording, String cell) {
    return isOne(wording, Kind.COLUMN_STEP, cell)
        || isOne(wording, Kind.COLUMN_OWNER, cell)
        || isOne(wording, Kind.COLUMN_DUE, cell)
        || isOne(wording, Kind.COLUMN_THEME, cell)
        || isOne(wording, Kind.COLUMN_OTHER, cell);
  }

  private static boolean isUnknown(SectionWords wording, String cell) {
    return !cell.isBlank() && cell.length() <= LONGEST_NAME && !isColumn(wording, cell);
  }

  /**
   * Whether a row names the columns of a table of steps; where owners and deadlines are named, the
   * column of the steps may have any name.
   */
  public static boolean isHeader(SectionWords wording, List<String> cells) {
    long named = cells.stream().filter(cell -> isColumn(wording, cell)).count();
    boolean steps = cells.stream().anyMatch(cell -> isOne(wording, Kind.COLUMN_STEP, cell));
    boolean carried =
        cells.stream()
            .anyMatch(
                cell ->
                    isOne(wording, Kind.COLUMN_OWNER, cell)
                        || isOne(wording, Kind.COLUMN_DUE, cell));
    if (!steps) {
      return cells.stream().anyMatch(cell -> isOne(wording, Kind.COLUMN_OWNER, cell))
          && cells.stream().anyMatch(cell -> isOne(wording, Kind.COLUMN_DUE, cell))
          && cells.stream().anyMatch(cell -> isUnknown(wording, cell))
          && named * 2 >= cells.size();
    }
    return named >= 2 && named * 2 >= cells.size() && (carried || named == cells.size());
  }

  /** The columns of a table under such a header. */
  public static StepTable of(SectionWords wording, List<String> header, List<Unit> rows) {
    List<Integer> owners = new ArrayList<>();
    List<Integer> dues = new ArrayList<>();
    int step = -1;
    int theme = -1;
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (isOne(wording, Kind.COLUMN_OWNER, name)) {
        owners.add(i);
      } else if (isOne(wording, Kind.COLUMN_DUE, name)) {
        dues.add(i);
      } else if (isOne(wording, Kind.COLUMN_STEP, name)) {
        boolean better = step < 0 || (isVague(header.get(step)) && !isVague(name));
        theme = better && step >= 0 && theme < 0 && isVague(header.get(step)) ? -1 : theme;
        step = better ? i : step;
      } else if (theme < 0 && isOne(wording, Kind.COLUMN_THEME, name)) {
        theme = i;
      }
    }
    if (step < 0) {
      step =
          longest(
              rows,
              IntStream.range(0, header.size())
                  .filter(column -> isUnknown(wording, header.get(column)))
                  .toArray());
    }
    if (dues.isEmpty()) {
      dues.addAll(unnamedDues(wording, header, rows, step));
    }
    return new StepTable(step, List.copyOf(owners), List.copyOf(dues), theme);
  }

  /** The column that holds dates under a name that the table of words does not give to dates. */
  private static List<Integer> unnamedDues(
      SectionWords wording, List<String> header, List<Unit> rows, int step) {
    return IntStream.range(0, header.size())
        .filter(column -> column != step && !isOne(wording, Kind.COLUMN_OTHER, header.get(column)))
        .filter(column -> mostly(rows, column, StepTable::isDate))
        .limit(1)
        .boxed()
        .toList();
  }

  /** The meaning that the first column of a vertical table gives to the cell beside it. */
  public enum Field {
    STEP,
    OWNER,
    DUE,
    OTHER
  }

  /** The field that a cell names, as in the first column of a vertical table. */
  public static Field field(SectionWords wording, String name) {
    if (isOne(wording, Kind.COLUMN_OWNER, name)) {
      return Field.OWNER;
    }
    if (isOne(wording, Kind.COLUMN_DUE, name)) {
      return Field.DUE;
    }
    return isOne(wording, Kind.COLUMN_STEP, name) ? Field.STEP : Field.OTHER;
  }

  /** Whether a table holds the fields of steps one below the other: name left, value right. */
  public static boolean isVertical(SectionWords wording, List<Unit> rows) {
    if (rows.stream().anyMatch(row -> row.cells().size() != 2)) {
      return false;
    }
    List<String> names = rows.stream().map(row -> row.cells().get(0)).toList();
    long steps = names.stream().filter(name -> field(wording, name) == Field.STEP).count();
    long fields =
        names.stream()
            .filter(name -> List.of(Field.OWNER, Field.DUE).contains(field(wording, name)))
            .count();
    return steps > 0 && fields >= steps && names.stream().allMatch(name -> !isSentence(name));
  }

  private static boolean isSentence(String name) {
    return name.length() > LONGEST_NAME;
  }

  /** Of some columns the one that holds most letters, -1 where all are empty. */
  private static int longest(List<Unit> rows, int[] columns) {
    int longest = -1;
    long most = 0;
    for (int column : columns) {
      long letters =
          rows.stream()
              .filter(row -> row.cells().size() > column)
              .mapToLong(row -> row.cells().get(column).length())
              .sum();
      if (letters > most) {
        most = letters;
        longest = column;
      }
    }
    return longest;
  }

  /** The columns of a table without a header, by the length of their texts. */
  public static Optional<StepTable> guess(List<Unit> rows) {
    int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    int longest = longest(rows, IntStream.range(0, columns).toArray());
    if (longest < 0) {
      return Optional.empty();
    }
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      if (i != longest) {
        others.add(i);
      }
    }
    return Optional.of(new StepTable(longest, others, others, -1));
  }

  /**
   * The columns of a table whose header names none of them: one column of dates, and of the others
   * the one with most letters, worded as actions.
   */
  public static Optional<StepTable> byContent(List<Unit> rows, ActionWording form) {
    int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<Integer> dues =
        IntStream.range(0, columns)
            .filter(column -> mostly(rows.subList(1, rows.size()), column, StepTable::isDate))
            .boxed()
            .toList();
    if (dues.size() != 1 || rows.size() <= 2) {
      return Optional.empty();
    }
    int step = longest(rows, IntStream.range(0, columns).filter(i -> i != dues.get(0)).toArray());
    if (step < 0 || !mostly(rows.subList(1, rows.size()), step, form::isAction)) {
      return Optional.empty();
    }
    List<Integer> others =
        IntStream.range(0, columns).filter(i -> i != step && i != dues.get(0)).boxed().toList();
    return Optional.of(new StepTable(step, others, dues, -1));
  }

  /** Whether a cell holds little more than a day, or a month or quarter of a year. */
  public static boolean isDate(String cell) {
    return cell.length() <= LONGEST_DATE && DATE.matcher(cell).find();
  }

  private static boolean mostly(List<Unit> rows, int column, Predicate<String> test) {
    List<String> cells =
        rows.stream()
            .filter(row -> column < row.cells().size())
            .map(row -> row.cells().get(column))
            .filter(cell -> !cell.isBlank())
            .toList();
    return cells.size() > 1 && cells.stream().filter(test).count() * 2 > cells.size();
  }

  /** Whether a cell numbers and names a theme: "Thème 2 : Mobilité". */
  public static boolean isThemeTitle(SectionWords wording, String cell) {
    Matcher numbered = NUMBERED_THEME.matcher(cell.strip());
    return numbered.matches() && isOne(wording, Kind.COLUMN_THEME, numbered.group("word"));
  }

  /** The name of such a theme. */
  public static String themeTitle(String cell) {
    Matcher numbered = NUMBERED_THEME.matcher(cell.strip());
    return numbered.matches() ? numbered.group("title") : cell;
  }

  private static boolean isVague(String name) {
    return VAGUE.contains(FoldedText.of(name).strip());
  }

  private static boolean isOne(SectionWords wording, Kind kind, String cell) {
    if (cell.isBlank() || cell.length() > LONGEST_NAME) {
      return false;
    }
    for (String part : PARTS.split(cell.replace(":", ""), -1)) {
      String folded = FoldedText.of(part);
      if (wording.is(kind, folded) || wording.is(kind, singular(folded))) {
        return true;
      }
    }
    return false;
  }

  private static String singular(String folded) {
    return ARTICLE.matcher(folded.strip()).replaceFirst("");
  }
}
