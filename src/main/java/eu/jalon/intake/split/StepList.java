package eu.jalon.intake.split;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Groups the lines of one list into steps, so that every word stands in exactly one of them. */
final class StepList {

  private static final char NONE = 0;
  private static final int SUB_INDENT = 2;

  private final ListHabits habits;
  private final boolean french;
  private final List<StringBuilder> steps = new ArrayList<>();
  private final Set<Character> kindsSeen = new HashSet<>();
  private String previous = "";
  private char kind = NONE;
  private char subKind = NONE;
  private int indent;

  private StepList(List<SourceLine> lines, boolean french) {
    this.habits = ListHabits.of(lines);
    this.french = french;
  }

  /**
   * Returns the words of each step on one line.
   *
   * @param lines lines of the list, without the label above it
   * @param french whether a capitalised infinitive may be taken for the start of a step
   */
  static List<SplitStep> of(List<SourceLine> lines, boolean french) {
    var list = new StepList(lines, french);
    lines.forEach(list::add);
    var steps = new ArrayList<SplitStep>();
    for (StringBuilder step : list.steps) {
      if (!step.isEmpty()) {
        steps.add(new SplitStep(steps.size() + 1, step.toString()));
      }
    }
    return steps;
  }

  private void add(SourceLine line) {
    Optional<Bullet> bullet = Bullet.of(line.text()).filter(found -> isBullet(found, line));
    if (bullet.isPresent()) {
      addItem(bullet.get(), line);
    } else if (steps.isEmpty() || startsParagraph(line)) {
      open(NONE, line, line.text());
    } else {
      Prose.append(current(), line.text());
    }
    previous = line.text();
  }

  private void addItem(Bullet bullet, SourceLine line) {
    kindsSeen.add(bullet.kind());
    if (isSubItem(bullet, line)) {
      subKind = bullet.kind();
      Prose.append(current(), "–");
      if (!bullet.rest().isEmpty()) {
        Prose.append(current(), bullet.rest());
      }
    } else {
      open(bullet.kind(), line, bullet.rest());
    }
  }

  private void open(char newKind, SourceLine line, String text) {
    kind = newKind;
    subKind = NONE;
    indent = line.indent();
    steps.add(new StringBuilder(text));
  }

  /** A dash or a number may also stand at the start of a line that was only wrapped. */
  private boolean isBullet(Bullet bullet, SourceLine line) {
    return bullet.isUnmistakable()
        || kindsSeen.contains(bullet.kind())
        || line.afterBlank()
        || previous.isEmpty()
        || previous.endsWith(":")
        || Prose.endsSentence(previous);
  }

  private boolean isSubItem(Bullet bullet, SourceLine line) {
    if (kind == NONE || bullet.kind() == kind) {
      return false;
    }
    return bullet.kind() == subKind
        || previous.endsWith(":")
        || line.indent() >= indent + SUB_INDENT;
  }

  private boolean startsParagraph(SourceLine line) {
    boolean newSentence = Prose.endsSentence(previous);
    boolean infinitive = french && Infinitive.opens(line.text());
    if (current().isEmpty() || Prose.startsLower(line.text())) {
      return false;
    }
    if (habits.oneLineEach()) {
      return true;
    }
    return line.afterBlank()
        ? newSentence || infinitive || habits.unpunctuated()
        : newSentence && infinitive;
  }

  private StringBuilder current() {
    return steps.get(steps.size() - 1);
  }
}
