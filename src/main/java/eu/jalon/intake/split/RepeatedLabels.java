package eu.jalon.intake.split;

import eu.jalon.intake.split.unit.SectionLabel;
import eu.jalon.intake.split.unit.SectionLabel.Role;
import eu.jalon.intake.split.unit.Unit;
import eu.jalon.intake.split.unit.Unit.Kind;
import eu.jalon.intake.split.wording.ActionWording;
import eu.jalon.intake.split.wording.FoldedText;
import eu.jalon.intake.split.wording.Sentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the names of lists that no table of words has: a heading that comes again in each part of a
 * document, each time over items that are worded as actions.
 */
final class RepeatedLabels {

  private static final double MOST = 0.6;
  private static final int LONGEST = 80;
  private static final int FEWEST = 2;

  private RepeatedLabels() {}

  static List<Unit> label(List<Unit> units, ActionWording form) {
    Map<String, int[]> counts = new HashMap<>();
    for (int i = 0; i + 1 < units.size(); i++) {
      if (isCandidate(units.get(i))) {
        int[] count = counts.computeIfAbsent(name(units.get(i)), name -> new int[3]);
        count[0] += units.get(i + 1).is(Kind.ITEM) ? 1 : -units.size();
        for (int j = i + 1; j < units.size() && units.get(j).is(Kind.ITEM); j++) {
          count[1]++;
          count[2] += form.isAction(units.get(j).text()) ? 1 : 0;
        }
      }
    }
    List<Unit> labelled = new ArrayList<>(units);
    labelled.replaceAll(
        unit -> {
          int[] count = isCandidate(unit) ? counts.get(name(unit)) : null;
          return count != null && count[0] >= FEWEST && count[2] >= count[1] * MOST
              ? unit.labelled(new SectionLabel(Role.STEPS, true, false, "", ""))
              : unit;
        });
    return labelled;
  }

  private static boolean isCandidate(Unit unit) {
    return unit.label() == null
        && (unit.is(Kind.HEADING) || unit.is(Kind.PARAGRAPH))
        && unit.text().length() <= LONGEST
        && (unit.is(Kind.HEADING) || !Sentences.endsSentence(unit.text()))
        && !name(unit).isBlank();
  }

  private static String name(Unit unit) {
    return FoldedText.of(unit.text());
  }
}
