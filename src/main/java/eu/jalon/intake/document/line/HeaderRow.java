package eu.jalon.intake.document.line;

import java.util.List;

/** Tells from its shape whether the first row of a table names the columns. */
public final class HeaderRow {

  private static final int LONGEST = 40;

  private HeaderRow() {}

  /**
   * Column names are short, have no figures and do not end like sentences; the rows below differ.
   */
  public static boolean isHeader(List<List<String>> rows) {
    if (rows.size() < 2) {
      return false;
    }
    List<String> first = rows.get(0);
    boolean names =
        first.stream().allMatch(HeaderRow::isName) && first.stream().anyMatch(c -> !c.isEmpty());
    double below =
        rows.stream().skip(1).mapToInt(row -> String.join("", row).length()).average().orElse(0);
    boolean figures =
        rows.stream().skip(1).anyMatch(row -> String.join("", row).matches("(?s).*\\d.*"));
    return names && (figures || below > 1.3 * String.join("", first).length());
  }

  private static boolean isName(String cell) {
    boolean abbreviation = cell.length() <= 4 && !cell.matches("(?s).*\\d.*");
    return abbreviation || (cell.length() <= LONGEST && !cell.matches("(?s).*(?:\\d|[.;!]$).*"));
  }
}
