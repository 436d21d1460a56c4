package eu.jalon.pages.declarations;

import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import eu.jalon.intake.DraftReview;
import eu.jalon.intake.Intake;
import eu.jalon.intake.SourceFiles;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftField;
import eu.jalon.intake.draft.DraftFlag;
import eu.jalon.intake.draft.DraftGap;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftOrigin;
import eu.jalon.intake.draft.DraftTheme;
import eu.jalon.intake.draft.SplitPlace;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

  /** What to look at, and where. */
  record ToCheck(DraftFlag flag, List<DraftItem> items) {}

  /** Where a value comes from, with the words of the document that state it. */
  record Read(String kind, String words) {}

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
  }

  /** A part of the words of a step. */
  record Part(String text, boolean read) {}

  private final Intake intake;
  private final DraftReview drafts;
  private final SourceFiles files;
  private final Meetings meetings;
  private final Directory directory;
  private final ValidationMessages refusals;

  ReviewModel(
      Intake intake,
      DraftReview drafts,
      SourceFiles files,
      Meetings meetings,
      Directory directory,
      ValidationMessages refusals) {
    this.intake = intake;
    this.drafts = drafts;
    this.files = files;
    this.meetings = meetings;
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
    model.addAttribute("warnings", files.warnings(id, person));
    model.addAttribute("kept", files.isKept(id, person));
    if (draft.summary().launched() == null) {
      model.addAttribute("themesBefore", intake.themesBefore(draft, person));
    }
    if (!model.containsAttribute("together")) {
      model.addAttribute("together", TogetherForm.EMPTY);
    }
    show(draft, person, model);
    return draft;
  }

  /** What a draft and the list of what is missing need. */
  void show(DeclarationDraft draft, Person person, Model model) {
    DirectoryNames names = DirectoryNames.of(directory);
    model.addAttribute("draft", draft);
    model.addAttribute("names", names);
    model.addAttribute("missing", missing(draft));
    model.addAttribute("complete", draft.kept().size() - draft.incomplete().size());
    model.addAttribute("translatedLater", intake.isTranslatedLater(draft));
    model.addAttribute("tracks", Track.values());
    Series series = meetings.seriesOf(draft.summary().summit());
    Map<PartyCode, List<Ministry>> carriers = carriers(names, series.parties());
    model.addAttribute("parties", series.parties());
    model.addAttribute("restriction", Restriction.of(draft, series));
    model.addAttribute("carriers", carriers);
    model.addAttribute(
        "carrierCodes",
        carriers.values().stream()
            .flatMap(List::stream)
            .map(ministry -> ministry.code().value())
            .collect(Collectors.toSet()));
    model.addAttribute("refs", refs(draft));
    model.addAttribute("mergeable", mergeable(draft));
    model.addAttribute("proposed", proposed(draft));
    model.addAttribute("toCheck", toCheck(draft));
    model.addAttribute("undated", undated(draft));
    model.addAttribute("lastAct", drafts.last(draft.summary().id(), person).orElse(null));
    defaults(model);
  }

  /**
   * Opens a draft to edit or to split.
   *
   * @param text of the whole document
   */
  void open(DraftItem item, Open what, String text, Model model) {
    model.addAttribute("focus", item.n());
    model.addAttribute("open", what.name());
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", DraftForm.of(item));
    }
    if (what == Open.EDIT) {
      addRead(item, text, model);
    }
    if (what == Open.SPLIT) {
      model.addAttribute("places", SplitPlace.in(item));
    }
  }

  String sentence(ValidationError refusal) {
    return refusals.sentence(refusal);
  }

  private static void addRead(DraftItem item, String text, Model model) {
    Map<String, Read> read = new HashMap<>();
    List<String> stated = new ArrayList<>();
    item.origins()
        .forEach(
            (field, origin) -> {
              String words =
                  origin.isPlaced() && origin.end() <= text.length()
                      ? text.substring(origin.start(), origin.end()).replaceAll("\\s+", " ").strip()
                      : "";
              read.put(key(field), new Read(origin.kind().name(), words));
              if (!words.isEmpty()) {
                stated.add(words);
              }
            });
    model.addAttribute("read", read);
    model.addAttribute("parts", parts(item.text(), stated));
  }

  /** The name of a field in the templates; each party has a lead of its own. */
  private static String key(DraftField field) {
    return field.party() == null ? field.name().name() : field.name() + "_" + field.party();
  }

  /** The words of a step, those that a value was read from marked. */
  static List<Part> parts(String text, List<String> stated) {
    BitSet marked = new BitSet();
    for (String words : stated) {
      int at = text.indexOf(words);
      if (at >= 0) {
        marked.set(at, at + words.length());
      }
    }
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      boolean read = marked.get(from);
      int next = read ? marked.nextClearBit(from) : marked.nextSetBit(from);
      int to = next < 0 ? text.length() : Math.min(next, text.length());
      parts.add(new Part(text.substring(from, to), read));
      from = to;
    }
    return parts;
  }

  /** The fields of each draft that a table of words proposed, by the draft's number. */
  private static Map<Integer, Set<String>> proposed(DeclarationDraft draft) {
    return draft.items().stream()
        .collect(
            Collectors.toMap(
                DraftItem::n,
                item ->
                    item.origins().entrySet().stream()
                        .filter(entry -> entry.getValue().kind() == DraftOrigin.Kind.PROPOSED)
                        .map(entry -> entry.getKey().name().name())
                        .collect(Collectors.toSet())));
  }

  private static List<ToCheck> toCheck(DeclarationDraft draft) {
    return Arrays.stream(DraftFlag.values())
        .map(
            flag ->
                new ToCheck(
                    flag,
                    draft.kept().stream().filter(item -> item.flags().contains(flag)).toList()))
        .filter(found -> !found.items().isEmpty())
        .toList();
  }

  /** How many deadlines cannot be computed because the next meeting has no date. */
  private long undated(DeclarationDraft draft) {
    String series = meetings.seriesOf(draft.summary().summit()).id();
    if (meetings.next(series).flatMap(Meeting::heldOn).isPresent()) {
      return 0;
    }
    return draft.kept().stream()
        .filter(item -> item.deadline() instanceof DeadlineRule.BeforeSummit)
        .count();
  }

  private static void defaults(Model model) {
    if (!model.containsAttribute("open")) {
      model.addAttribute("focus", 0);
      model.addAttribute("open", Open.NOTHING.name());
    }
  }

  private static List<Missing> missing(DeclarationDraft draft) {
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

  private static Map<PartyCode, List<Ministry>> carriers(
      DirectoryNames names, List<PartyCode> parties) {
    return names.inOrder(parties).stream()
        .filter(ministry -> !ministry.coordination())
        .collect(Collectors.groupingBy(Ministry::party));
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
