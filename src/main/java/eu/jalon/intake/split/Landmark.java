package eu.jalon.intake.split;

import java.util.Arrays;
import java.util.Optional;

/** A label by which a declaration marks where the look back or the list of steps begins. */
record Landmark(Label label, String rest) {

  private static final int LONGEST_HEAD = 40;

  /** The labels known, with the number of misread characters each one bears. */
  enum Label {
    EVALUATION_FR("evaluation", 1),
    EVALUATION_NL("evaluatie", 1),
    STEPS_FR("prochainesetapes", 2),
    STEPS_NL("volgendestappen", 2),
    STEPS_EN("nextsteps", 1);

    private final String letters;
    private final int tolerance;

    Label(String letters, int tolerance) {
      this.letters = letters;
      this.tolerance = tolerance;
    }

    boolean opensSteps() {
      return this == STEPS_FR || this == STEPS_NL || this == STEPS_EN;
    }

    boolean isFrench() {
      return this == EVALUATION_FR || this == STEPS_FR;
    }

    private boolean matches(String candidate) {
      return Math.abs(candidate.length() - letters.length()) <= tolerance
          && distance(candidate, letters) <= tolerance;
    }
  }

  /** Finds a label at the start of a line; without a colon it must have the line to itself. */
  static Optional<Landmark> of(String line) {
    String text = Bullet.of(line).map(Bullet::rest).orElse(line);
    int colon = text.indexOf(':');
    String head = colon < 0 ? text : text.substring(0, colon);
    int start = firstLetter(head);
    if (head.length() > LONGEST_HEAD || start == head.length()) {
      return Optional.empty();
    }
    if (colon < 0 && Character.isLowerCase(head.charAt(start))) {
      return Optional.empty();
    }
    String letters = letters(head.substring(start));
    String rest = colon < 0 ? "" : withoutEmphasis(text.substring(colon + 1));
    return Arrays.stream(Label.values())
        .filter(label -> label.matches(letters))
        .findFirst()
        .map(label -> new Landmark(label, rest));
  }

  private static String letters(String head) {
    int bracket = head.indexOf('(');
    String words = bracket < 0 ? head : head.substring(0, bracket);
    var letters = new StringBuilder();
    Prose.fold(words)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static int firstLetter(String head) {
    int at = 0;
    while (at < head.length() && !Character.isLetter(head.charAt(at))) {
      at++;
    }
    return at;
  }

  private static String withoutEmphasis(String text) {
    int start = 0;
    while (start < text.length() && " *_".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return text.substring(start).strip();
  }

  /** Levenshtein distance; both texts are a few characters long. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
