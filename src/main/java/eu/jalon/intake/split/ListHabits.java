package eu.jalon.intake.split;

import java.util.List;

/** How a list as a whole is written, where single lines do not tell where a step ends. */
record ListHabits(boolean oneLineEach, boolean unpunctuated) {

  private static final int FEW_BLOCKS = 3;

  /** Looks at all lines: does each one end a sentence, does no block of lines do so? */
  static ListHabits of(List<SourceLine> lines) {
    boolean eachEnds = lines.size() > 1;
    boolean noneEnds = true;
    int blocks = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean ends = Prose.endsSentence(lines.get(i).text());
      boolean blockEnd = i + 1 == lines.size() || lines.get(i + 1).afterBlank();
      eachEnds &= ends;
      noneEnds &= !(blockEnd && ends);
      blocks += blockEnd ? 1 : 0;
    }
    return new ListHabits(eachEnds, noneEnds && blocks >= FEW_BLOCKS);
  }
}
