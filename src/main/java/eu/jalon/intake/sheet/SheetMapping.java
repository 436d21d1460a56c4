package eu.jalon.intake.sheet;

import eu.jalon.commitment.ProgressStatus;
import eu.jalon.shared.ValidationError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet is read.
 *
 * @param columns what each column holds
 * @param statuses the status that a value of the status column means; a value that is not there
 *     means none, and its row brings no report. The empty value applies to rows with remarks only
 * @param skipped numbers of the rows that are not taken over
 */
public record SheetMapping(
    List<SheetColumn> columns, Map<String, ProgressStatus> statuses, Set<Integer> skipped) {

  private static final int LONGEST_VALUE = 100;
  private static final int MOST_VALUES = 40;

  /**
   * Checks the mapping.
   *
   * @throws ValidationError {@code sheet.columnTwice} where two columns hold what only one can
   */
  public SheetMapping {
    columns = List.copyOf(columns);
    statuses = Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
    skipped = Collections.unmodifiableSet(new TreeSet<>(skipped));
    Set<SheetColumn> seen = EnumSet.noneOf(SheetColumn.class);
    for (SheetColumn column : columns) {
      if (!column.isRepeatable() && !seen.add(column)) {
        throw ValidationError.invalid("sheet.columnTwice", column);
      }
    }
  }

  /** The columns by their names, and the statuses by their words. */
  public static SheetMapping proposed(SheetTable table, SheetWords words) {
    List<SheetColumn> columns = new ArrayList<>();
    for (String name : table.header()) {
      SheetColumn column = words.column(name);
      if (column == SheetColumn.STEP && columns.contains(column)) {
        columns.add(
            columns.contains(SheetColumn.TRANSLATION) ? SheetColumn.NONE : SheetColumn.TRANSLATION);
      } else {
        boolean taken = !column.isRepeatable() && columns.contains(column);
        columns.add(taken ? SheetColumn.NONE : column);
      }
    }
    if (!columns.contains(SheetColumn.STEP)) {
      longest(table, columns).ifPresent(column -> columns.set(column, SheetColumn.STEP));
    }
    return new SheetMapping(columns, Map.of(), Set.of()).completed(table, words);
  }

  /** The same with the statuses that the values of its status column mean by their words. */
  public SheetMapping completed(SheetTable table, SheetWords words) {
    Map<String, ProgressStatus> known = new LinkedHashMap<>();
    for (String value : values(table)) {
      words.status(value).ifPresent(status -> known.put(value, status));
    }
    known.putAll(statuses);
    return new SheetMapping(columns, known, skipped);
  }

  /** Of the columns that nothing is known of the one with most letters. */
  private static Optional<Integer> longest(SheetTable table, List<SheetColumn> columns) {
    Map<Integer, Integer> letters = new HashMap<>();
    for (SheetRow row : table.rows()) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i) == SheetColumn.NONE) {
          letters.merge(i, row.cell(i).length(), Integer::sum);
        }
      }
    }
    return letters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /**
   * The values that the status column has, in their order; the empty one comes last, where rows
   * without a status have remarks.
   */
  public List<String> values(SheetTable table) {
    int column = columns.indexOf(SheetColumn.STATUS);
    Set<String> seen = new HashSet<>();
    List<String> values = new ArrayList<>();
    boolean bare = false;
    for (SheetRow row : table.rows()) {
      String value = column < 0 ? "" : row.cell(column);
      if (value.length() > LONGEST_VALUE || values.size() >= MOST_VALUES) {
        continue;
      }
      if (value.isEmpty()) {
        bare |= !remarks(row).isEmpty();
      } else if (seen.add(value)) {
        values.add(value);
      }
    }
    if (bare) {
      values.add("");
    }
    return values;
  }

  /** The remarks of a row, in one text. */
  String remarks(SheetRow row) {
    return joined(row, SheetColumn.REMARKS, " – ");
  }

  /** The cells of all columns of a kind, in one text. */
  String joined(SheetRow row, SheetColumn kind, String between) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) == kind && !row.cell(i).isEmpty()) {
        found.add(row.cell(i));
      }
    }
    return String.join(between, found);
  }

  /** The status of a row, null where it has none that is known. */
  @Nullable ProgressStatus status(SheetRow row) {
    int column = columns.indexOf(SheetColumn.STATUS);
    return statuses.get(column < 0 ? "" : row.cell(column));
  }
}
