package eu.jalon.intake.document.marker;

import java.util.Locale;
import java.util.regex.Pattern;

/** Roman numbers up to 39, with the "l" and "|" of a scan read as "I". */
final class RomanNumeral {

  private static final Pattern WELL_FORMED = Pattern.compile("X{0,3}(?:IX|IV|V?I{0,3})");

  private RomanNumeral() {}

  /** Returns the value, or 0 if this is no roman number. */
  static int value(String written) {
    String upper = written.replace('l', 'I').replace('|', 'I').toUpperCase(Locale.ROOT);
    if (upper.isEmpty() || !WELL_FORMED.matcher(upper).matches()) {
      return 0;
    }
    int value = 0;
    for (int i = 0; i < upper.length(); i++) {
      int digit = digit(upper.charAt(i));
      boolean subtract = i + 1 < upper.length() && digit(upper.charAt(i + 1)) > digit;
      value += subtract ? -digit : digit;
    }
    return value;
  }

  private static int digit(char c) {
    return c == 'X' ? 10 : c == 'V' ? 5 : 1;
  }
}
