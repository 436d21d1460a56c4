package eu.jalon.shared.text;

import java.util.regex.Pattern;

/**
 * Prevents formula injection: prefixes cells that a spreadsheet would evaluate with an apostrophe.
 */
public final class FormulaGuard {

  /**
   * Leading characters that make a spreadsheet evaluate or leave the cell, after any apostrophes.
   */
  private static final Pattern FORMULA =
      Pattern.compile("'*[=+@\\t\\r\\n\\uFF0B\\uFF0D\\uFF1D\\uFF20-].*", Pattern.DOTALL);

  private FormulaGuard() {}

  /** Returns whether a spreadsheet would evaluate the value or remove an apostrophe from it. */
  public static boolean isFormula(String value) {
    return FORMULA.matcher(value).matches();
  }

  /** Returns the value as written to a cell; {@link #unguarded} reverses it. */
  public static String guarded(String value) {
    return isFormula(value) ? "'" + value : value;
  }

  /** Returns the value of a cell that {@link #guarded} wrote. */
  public static String unguarded(String cell) {
    return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
  }
}
