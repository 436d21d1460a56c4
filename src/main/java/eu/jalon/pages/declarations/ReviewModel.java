package eu.jalon.pages.declarations;

import eu.jalon.commitment.Track;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.intake.Intake;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftGap;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftTheme;
import eu.jalon.intake.draft.SplitPlace;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.shared.Country;
import eu.jalon.shared.ValidationError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a declaration shows, whole or one draft of it. */
@Component
class ReviewModel {

  /** What is open on a draft. */
  enum Open {
    NOTHING,
    EDIT,
    SPLIT
  }

  /** A theme with its drafts. */
  record ReviewedTheme(DraftTheme theme, List<DraftItem> items) {}

  /** What is missing, and where. */
  record Missing(DraftGap gap, List<DraftItem> items) {}

  private final Intake intake;
  private final Directory directory;
  private final ValidationMessages refusals;

  ReviewModel(Intake intake, Directory directory, ValidationMessages refusals) {
    this.intake = intake;
    this.directory = directory;
    this.refusals = refusals;
  }

  /** The whole page. */
  DeclarationDraft page(UUID id, Person person, Model model) {
    DeclarationDraft draft = intake.get(id, person);
    model.addAttribute("source", intake.source(draft, person));
    model.addAttribute(
        "themes",
        draft.themes().stream()
            .map(
                theme ->
                    new ReviewedTheme(
                        theme,
                        draft.items().stream()
                            .filter(item -> item.theme() == theme.number())
                            .toList()))
            .toList());
    show(draft, model);
    return draft;
  }

  /** What a draft and the list of what is missing need. */
  void show(DeclarationDraft draft, Model model) {
    DirectoryNames names = DirectoryNames.of(directory);
    model.addAttribute("draft", draft);
    model.addAttribute("names", names);
    model.addAttribute("missing", missing(draft));
    model.addAttribute("complete", draft.kept().size() - draft.incomplete().size());
    model.addAttribute("translatedLater", intake.isTranslatedLater(draft));
    model.addAttribute("tracks", Track.values());
    model.addAttribute("countries", Country.values());
    model.addAttribute("carriers", carriers(names));
    model.addAttribute(
        "carrierCodes",
        carriers(names).values().stream()
            .flatMap(List::stream)
            .map(ministry -> ministry.code().value())
            .collect(Collectors.toSet()));
    model.addAttribute("refs", refs(draft));
    model.addAttribute("mergeable", mergeable(draft));
    defaults(model);
  }

  /** Opens a draft to edit or to split. */
  void open(DraftItem item, Open what, Model model) {
    model.addAttribute("focus", item.n());
    model.addAttribute("open", what.name());
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", DraftForm.of(item));
    }
    if (what == Open.SPLIT) {
      model.addAttribute("places", SplitPlace.in(item));
    }
  }

  String sentence(ValidationError refusal) {
    return refusals.sentence(refusal);
  }

  private static void defaults(Model model) {
    if (!model.containsAttribute("open")) {
      model.addAttribute("focus", 0);
      model.addAttribute("open", Open.NOTHING.name());
    }
  }

  private static List<Missing> missing(DeclarationDraft draft) {
    return Arrays.stream(DraftGap.values())
        .map(
            gap ->
                new Missing(
                    gap,
                    draft.items().stream()
                        .filter(item -> draft.gapsOf(item.n()).contains(gap))
                        .toList()))
        .filter(missing -> !missing.items().isEmpty())
        .toList();
  }

  private static Map<Country, List<Ministry>> carriers(DirectoryNames names) {
    return names.inOrder().stream()
        .filter(ministry -> !ministry.coordination())
        .collect(Collectors.groupingBy(Ministry::country));
  }

  /** The drafts that another one of their theme follows. */
  private static Set<Integer> mergeable(DeclarationDraft draft) {
    Map<Integer, Integer> last =
        draft.kept().stream().collect(Collectors.toMap(DraftItem::theme, DraftItem::n, Math::max));
    return draft.kept().stream()
        .filter(item -> last.getOrDefault(item.theme(), 0) > item.n())
        .map(DraftItem::n)
        .collect(Collectors.toSet());
  }

  /** The places of the drafts as people write them, by number; what is left out has none. */
  private static Map<Integer, String> refs(DeclarationDraft draft) {
    return draft.items().stream()
        .collect(
            Collectors.toMap(
                DraftItem::n,
                item ->
                    item.leftOut()
                        ? "–"
                        : String.format(Locale.ROOT, "%d.%02d", item.theme(), item.position())));
  }
}
