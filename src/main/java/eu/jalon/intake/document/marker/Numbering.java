package eu.jalon.intake.document.marker;

import java.util.Locale;

/** Writes a number the way a list of a word processor shows it. */
public final class Numbering {

  private static final String[] TENS = {"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"};
  private static final String[] ONES = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};

  private Numbering() {}

  public static String roman(int number, boolean upper) {
    if (number < 1 || number > 99) {
      return String.valueOf(number);
    }
    String lower = TENS[number / 10] + ONES[number % 10];
    return upper ? lower.toUpperCase(Locale.ROOT) : lower;
  }

  /** Counts a, b, ... z, aa, bb as word processors do. */
  public static String letter(int number, boolean upper) {
    if (number < 1 || number > 260) {
      return String.valueOf(number);
    }
    String letter = String.valueOf((char) ((upper ? 'A' : 'a') + (number - 1) % 26));
    return letter.repeat((number - 1) / 26 + 1);
  }

  /** Returns a bullet that every font can show for one of a symbol font. */
  public static String bullet(String written) {
    String bullet = written.strip();
    if (bullet.isEmpty()) {
      return "•";
    }
    char first = bullet.charAt(0);
    return first == 'o' && bullet.length() == 1 ? "o" : ListMarkers.shown(first);
  }
}
