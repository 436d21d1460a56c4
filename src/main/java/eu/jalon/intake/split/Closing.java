package eu.jalon.intake.split;

import java.util.List;

/** Finds the heading of a section that follows a list but is no theme, such as a conclusion. */
final class Closing {

  private static final int MOST_LINES = 2;

  private Closing() {}

  /** Returns how many lines belong to the list; all of them if no other section follows. */
  static int in(List<SourceLine> list) {
    long numbered = list.stream().filter(Closing::isNumbered).count();
    for (int i = 1; i < list.size(); i++) {
      var numeral = Numeral.of(list.get(i).text());
      boolean heading = numeral.isPresent() && (numeral.get().roman() || numbered == 1);
      if (heading && standsAlone(list, i)) {
        return i;
      }
    }
    return list.size();
  }

  private static boolean isNumbered(SourceLine line) {
    return Bullet.of(line.text()).filter(Bullet::isNumber).isPresent();
  }

  private static boolean standsAlone(List<SourceLine> list, int start) {
    int end = start + 1;
    while (end < list.size() && end <= start + MOST_LINES && !list.get(end).afterBlank()) {
      end++;
    }
    return list.get(start).afterBlank()
        && end - start <= MOST_LINES
        && !Prose.endsSentence(list.get(end - 1).text());
  }
}
