package eu.jalon.intake.draft;

import eu.jalon.shared.Language;
import java.util.List;
import java.util.Map;

/**
 * A declaration with the drafts made from it.
 *
 * @param languages those in which each commitment must have a title, the first one first
 * @param gaps what is missing, by the number of the draft; no entry for a complete one
 */
public record DeclarationDraft(
    DeclarationSummary summary,
    List<Language> languages,
    List<DraftTheme> themes,
    List<DraftList> lists,
    List<DraftItem> items,
    Map<Integer, List<DraftGap>> gaps) {

  /** The drafts that will be entered, in the order of the document. */
  public List<DraftItem> kept() {
    return items.stream().filter(item -> !item.leftOut()).toList();
  }

  /** The incomplete drafts. */
  public List<DraftItem> incomplete() {
    return items.stream().filter(item -> !gapsOf(item.n()).isEmpty()).toList();
  }

  /** The drafts that lack more than a title in some of the languages. */
  public List<DraftItem> untranslatable() {
    return incomplete().stream()
        .filter(
            item ->
                item.title().texts().isEmpty() || !gapsOf(item.n()).equals(List.of(DraftGap.TITLE)))
        .toList();
  }

  /** What the draft of that number lacks. */
  public List<DraftGap> gapsOf(int n) {
    return gaps.getOrDefault(n, List.of());
  }
}
