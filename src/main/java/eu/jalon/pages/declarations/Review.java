package eu.jalon.pages.declarations;

import eu.jalon.directory.Ministry;
import eu.jalon.directory.Series;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftField;
import eu.jalon.intake.draft.DraftFlag;
import eu.jalon.intake.draft.DraftGap;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftOrigin;
import eu.jalon.intake.draft.DraftTheme;
import eu.jalon.intake.draft.LastAct;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.shared.PartyCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the drafts of a declaration and the list of what is missing show.
 *
 * @param carriers the ministries that can lead, by party
 * @param translatedLater whether only titles are missing, which can be translated after the launch
 * @param undated how many deadlines cannot be computed because the next meeting has no date
 * @param refs the places of the drafts as people write them, by number
 * @param mergeable the drafts that another one of their theme follows
 */
record Review(
    DeclarationDraft draft,
    DirectoryNames names,
    List<PartyCode> parties,
    Map<PartyCode, List<Ministry>> carriers,
    boolean translatedLater,
    long undated,
    Restriction restriction,
    @Nullable LastAct lastAct,
    Map<Integer, String> refs,
    Set<Integer> mergeable) {

  /** What is missing, and where. */
  record Missing(DraftGap gap, List<DraftItem> items) {}

  /** What to look at, and where. */
  record ToCheck(DraftFlag flag, List<DraftItem> items) {}

  /**
   * How many of the kept drafts will be restricted.
   *
   * @param byDefault whether the series restricts those that say nothing else
   * @param themes numbers of the themes that restrict those that say nothing else
   */
  record Restriction(boolean byDefault, List<Integer> themes, long restricted) {

    private static Restriction of(DeclarationDraft draft, Series series) {
      List<Integer> themes =
          draft.themes().stream().filter(DraftTheme::restricted).map(DraftTheme::number).toList();
      return new Restriction(
          series.restricted(),
          themes,
          draft.kept().stream()
              .filter(
                  item ->
                      Objects.requireNonNullElse(
                          item.restricted(), series.restricted() || themes.contains(item.theme())))
              .count());
    }

    boolean any() {
      return byDefault || !themes.isEmpty() || restricted > 0;
    }

    /** The numbers of the themes, separated by commas. */
    String themeNumbers() {
      return themes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
  }

  static Review of(
      DeclarationDraft draft,
      DirectoryNames names,
      Series series,
      boolean translatedLater,
      long undated,
      @Nullable LastAct lastAct) {
    return new Review(
        draft,
        names,
        series.parties(),
        carriers(names, series.parties()),
        translatedLater,
        undated,
        Restriction.of(draft, series),
        lastAct,
        refs(draft),
        mergeable(draft));
  }

  private static Map<PartyCode, List<Ministry>> carriers(
      DirectoryNames names, List<PartyCode> parties) {
    return names.inOrder(parties).stream()
        .filter(ministry -> !ministry.coordination())
        .collect(Collectors.groupingBy(Ministry::party));
  }

  private static Map<Integer, String> refs(DeclarationDraft draft) {
    return draft.kept().stream()
        .collect(
            Collectors.toMap(
                DraftItem::n,
                item -> String.format(Locale.ROOT, "%d.%02d", item.theme(), item.position())));
  }

  private static Set<Integer> mergeable(DeclarationDraft draft) {
    Map<Integer, Integer> last =
        draft.kept().stream().collect(Collectors.toMap(DraftItem::theme, DraftItem::n, Math::max));
    return draft.kept().stream()
        .filter(item -> last.getOrDefault(item.theme(), 0) > item.n())
        .map(DraftItem::n)
        .collect(Collectors.toSet());
  }

  boolean launched() {
    return draft.summary().launched() != null;
  }

  /** The path of the page. */
  String path() {
    return "/declarations/" + draft.summary().id();
  }

  /** The path of a draft. */
  String path(DraftItem item) {
    return path() + "/items/" + item.n();
  }

  /** The language code of the declaration. */
  String language() {
    return draft.summary().language().code();
  }

  /** The place of a draft as people write it; what is left out has none. */
  String ref(int n) {
    return refs.getOrDefault(n, "–");
  }

  List<Ministry> carriers(PartyCode party) {
    return carriers.getOrDefault(party, List.of());
  }

  boolean isCarrier(String code) {
    return carriers.values().stream()
        .flatMap(List::stream)
        .anyMatch(ministry -> ministry.code().value().equals(code));
  }

  /** Whether a table of words proposed the value of a field. */
  boolean isProposed(DraftItem item, DraftField.Name field) {
    return item.origins().entrySet().stream()
        .anyMatch(
            entry ->
                entry.getKey().name() == field
                    && entry.getValue().kind() == DraftOrigin.Kind.PROPOSED);
  }

  /** How many of the kept drafts lack nothing. */
  int complete() {
    return draft.kept().size() - draft.incomplete().size();
  }

  List<Missing> missing() {
    return draft.gaps().values().stream()
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .map(
            gap ->
                new Missing(
                    gap,
                    draft.items().stream()
                        .filter(item -> draft.gapsOf(item.n()).contains(gap))
                        .toList()))
        .toList();
  }

  List<ToCheck> toCheck() {
    return Arrays.stream(DraftFlag.values())
        .map(
            flag ->
                new ToCheck(
                    flag,
                    draft.kept().stream().filter(item -> item.flags().contains(flag)).toList()))
        .filter(found -> !found.items().isEmpty())
        .toList();
  }
}
