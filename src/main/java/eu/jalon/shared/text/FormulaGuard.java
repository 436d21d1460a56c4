package eu.jalon.shared.text;

import java.util.regex.Pattern;

/** Keeps spreadsheets from calculating what is a text, with an apostrophe before it. */
public final class FormulaGuard {

  /** What makes a spreadsheet calculate or leave the cell, after any apostrophes. */
  private static final Pattern FORMULA =
      Pattern.compile("'*[=+@\\t\\r\\n\\uFF0B\\uFF0D\\uFF1D\\uFF20-].*", Pattern.DOTALL);

  private FormulaGuard() {}

  /** Whether a spreadsheet would calculate the value, or take an apostrophe off it. */
  public static boolean isFormula(String value) {
    return FORMULA.matcher(value).matches();
  }

  /** The value as it is written into a cell; {@link #unguarded} gives it back. */
  public static String guarded(String value) {
    return isFormula(value) ? "'" + value : value;
  }

  /** The value that was meant by a cell of a file. */
  public static String unguarded(String cell) {
    return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
  }
}
