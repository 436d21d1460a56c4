package eu.jalon.intake.split;

import java.util.List;
import java.util.Optional;

/** The heading of a theme: the lines it takes, its number (0 if the scan lost it), its title. */
record Heading(int start, int end, int number, String title) {

  private static final int MOST_LINES = 4;

  /** Returns what stands for the heading of a theme that has none. */
  static Heading missing(int at) {
    return new Heading(at, at, 0, "");
  }

  /**
   * Looks for the heading that stands before a label.
   *
   * @param lines all lines of the document
   * @param from first line that may belong to the heading
   * @param to line of the label
   * @param expected number the theme would have by its order
   */
  static Optional<Heading> before(List<SourceLine> lines, int from, int to, int expected) {
    int start = adjacent(lines, from, to);
    if (start < to) {
      return Optional.of(of(lines, start, to));
    }
    for (int i = to - 1; i >= from; i--) {
      Optional<Numeral> numeral = Numeral.of(lines.get(i).text());
      if (lines.get(i).afterBlank() && numeral.filter(n -> n.value() == expected).isPresent()) {
        int end = blockEnd(lines, i, to);
        if (!Prose.endsSentence(lines.get(end - 1).text())) {
          return Optional.of(of(lines, i, end));
        }
      }
    }
    return Optional.empty();
  }

  /** Returns where the block right before the label starts, or {@code to} if it is no heading. */
  private static int adjacent(List<SourceLine> lines, int from, int to) {
    int start = to;
    for (int i = to - 1; i >= from && i >= to - MOST_LINES; i--) {
      String text = lines.get(i).text();
      if (start < to && separates(lines.get(i), lines.get(start))) {
        return start;
      }
      if (Numeral.of(text).isPresent()) {
        return i;
      }
      if (Bullet.of(text).isPresent() || Prose.endsSentence(text)) {
        return start;
      }
      start = i;
    }
    return start;
  }

  private static boolean separates(SourceLine before, SourceLine after) {
    return after.afterBlank()
        && (Prose.endsSentence(before.text()) || !Prose.startsLower(after.text()));
  }

  private static int blockEnd(List<SourceLine> lines, int start, int to) {
    int end = start + 1;
    while (end < to && end < start + MOST_LINES && !lines.get(end).afterBlank()) {
      end++;
    }
    return end;
  }

  private static Heading of(List<SourceLine> lines, int start, int end) {
    Optional<Numeral> numeral = Numeral.of(lines.get(start).text());
    var title = new StringBuilder(numeral.map(Numeral::rest).orElse(lines.get(start).text()));
    for (SourceLine line : lines.subList(start + 1, end)) {
      Prose.append(title, line.text());
    }
    return new Heading(start, end, numeral.map(Numeral::value).orElse(0), title.toString());
  }
}
