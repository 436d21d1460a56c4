package eu.jalon.intake.version;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.intake.draft.DraftField;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftOrigin;
import eu.jalon.intake.pair.VersionStep;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a draft can be compared with a step in another language: only what its words state. */
final class Compared {

  private Compared() {}

  static List<VersionStep> steps(List<DraftItem> drafts) {
    List<Integer> themes = drafts.stream().map(DraftItem::theme).distinct().toList();
    return drafts.stream()
        .map(
            draft ->
                new VersionStep(
                    themes.indexOf(draft.theme()), draft.text(), deadline(draft), owners(draft)))
        .toList();
  }

  static VersionStep step(DraftItem draft) {
    return new VersionStep(0, draft.text(), deadline(draft), owners(draft));
  }

  static @Nullable String deadline(DraftItem draft) {
    DeadlineRule rule = draft.deadline();
    return rule == null || !isStated(draft, DraftField.DEADLINE) ? null : rule.toString();
  }

  static Set<String> owners(DraftItem draft) {
    Set<String> codes = new HashSet<>();
    draft
        .owners()
        .leads()
        .forEach(
            (party, lead) -> {
              if (isStated(draft, DraftField.lead(party))) {
                codes.add(lead.value());
              }
            });
    return codes;
  }

  private static boolean isStated(DraftItem draft, DraftField field) {
    DraftOrigin origin = draft.origin(field);
    return origin != null && origin.kind() == DraftOrigin.Kind.STATED;
  }
}
