package eu.jalon.intake.split;

import java.util.Optional;

/** The number before a heading, arabic or roman, a scan's "l" and "|" read as "I". */
record Numeral(int value, boolean roman, String rest) {

  private static final int LONGEST = 5;

  /** Finds a number, a dot or bracket, and a title that starts with a capital. */
  static Optional<Numeral> of(String line) {
    int end = 0;
    while (end < line.length() && end <= LONGEST && isNumeralSign(line.charAt(end))) {
      end++;
    }
    String token = line.substring(0, end);
    String behind = line.substring(end).strip();
    if (token.isEmpty() || behind.isEmpty() || ".)".indexOf(behind.charAt(0)) < 0) {
      return Optional.empty();
    }
    String rest = behind.substring(1).strip();
    boolean spaced = behind.length() > 1 && behind.charAt(1) == ' ';
    if (!spaced || rest.isEmpty() || !opensTitle(rest)) {
      return Optional.empty();
    }
    boolean arabic = token.length() <= 2 && token.chars().allMatch(c -> c >= '0' && c <= '9');
    int value = arabic ? Integer.parseInt(token) : roman(token);
    return value < 1 ? Optional.empty() : Optional.of(new Numeral(value, !arabic, rest));
  }

  private static boolean isNumeralSign(char c) {
    return (c >= '0' && c <= '9') || "IVXl|".indexOf(c) >= 0;
  }

  private static boolean opensTitle(String rest) {
    return rest.codePoints().filter(Character::isLetter).limit(1).anyMatch(Character::isUpperCase);
  }

  private static int roman(String token) {
    String clean = token.replace('l', 'I').replace('|', 'I').replace('1', 'I');
    int value = 0;
    int before = 0;
    for (int i = clean.length() - 1; i >= 0; i--) {
      int digit =
          switch (clean.charAt(i)) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            default -> 0;
          };
      if (digit == 0) {
        return 0;
      }
      value += digit < before ? -digit : digit;
      before = Math.max(before, digit);
    }
    return value;
  }
}
