package eu.jalon.intake.split;

import java.util.ArrayList;
import java.util.List;

/** Gathers the lines of one theme while the document is read from top to bottom. */
final class ThemeDraft {

  private final Heading heading;
  private final List<SourceLine> evaluation = new ArrayList<>();
  private final List<SourceLine> list = new ArrayList<>();
  private boolean inSteps;
  private boolean french;

  ThemeDraft(Heading heading) {
    this.heading = heading;
  }

  boolean inSteps() {
    return inSteps;
  }

  /** Goes on with the part that a label opens, beginning with what follows on the label's line. */
  void enter(Landmark landmark, SourceLine line) {
    inSteps = landmark.label().opensSteps();
    french = landmark.label().isFrench();
    if (!landmark.rest().isEmpty()) {
      add(List.of(line.withText(landmark.rest())));
    }
  }

  void add(List<SourceLine> lines) {
    (inSteps ? list : evaluation).addAll(lines);
  }

  /** Numbers the themes: printed numbers where they rise, the order where a scan lost one. */
  static List<SplitTheme> finish(List<ThemeDraft> drafts) {
    var themes = new ArrayList<SplitTheme>();
    int number = 0;
    for (int i = 0; i < drafts.size(); i++) {
      int printed = drafts.get(i).heading.number();
      int following = i + 1 < drafts.size() ? drafts.get(i + 1).heading.number() : 0;
      boolean rises = printed > number && (following == 0 || printed < following);
      number = rises ? printed : number + 1;
      themes.add(drafts.get(i).finish(number));
    }
    return themes;
  }

  private SplitTheme finish(int number) {
    List<SourceLine> steps = list.subList(0, Closing.in(list));
    return new SplitTheme(
        number, heading.title(), Prose.paragraphs(evaluation), StepList.of(steps, french));
  }
}
