package eu.jalon.intake;

import eu.jalon.commitment.NewCommitment;
import eu.jalon.directory.Person;
import eu.jalon.intake.document.Span;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftAct;
import eu.jalon.intake.draft.DraftField;
import eu.jalon.intake.draft.DraftGap;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftList;
import eu.jalon.intake.draft.DraftOrigin;
import eu.jalon.intake.draft.DraftOwners;
import eu.jalon.intake.draft.DraftTheme;
import eu.jalon.intake.draft.DraftTitles;
import eu.jalon.intake.draft.LastAct;
import eu.jalon.intake.propose.DraftMaker;
import eu.jalon.intake.split.DeclarationSplitter;
import eu.jalon.intake.store.DeclarationDrafts;
import eu.jalon.intake.store.JdbcDeclarations;
import eu.jalon.intake.store.JdbcDraftItems;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a coordinator does to the drafts of a declaration before its launch; refused afterwards,
 * while the launch is under way, and over a version that the coordinator did not see.
 */
@Service
@Transactional
public class DraftReview {

  private final JdbcDeclarations declarations;
  private final JdbcDraftItems items;
  private final DeclarationDrafts drafts;
  private final DraftMaker maker;
  private final DraftHistory history;

  DraftReview(
      JdbcDeclarations declarations,
      JdbcDraftItems items,
      DeclarationDrafts drafts,
      DraftMaker maker,
      DraftHistory history) {
    this.declarations = declarations;
    this.items = items;
    this.drafts = drafts;
    this.maker = maker;
    this.history = history;
  }

  /** Changes one draft, or leaves it out, or takes it in again. */
  public DraftItem change(UUID id, int n, ItemChange change, Person by) {
    drafts.requireCoordinator(id, by);
    drafts.lockOne(id);
    Boolean out = change.leftOut();
    DraftAct act = out == null ? DraftAct.EDIT : out ? DraftAct.LEAVE_OUT : DraftAct.TAKE_IN;
    history.beforeOne(id, act, n, by);
    DraftItem before = find(id, n);
    DraftItem after = changed(id, before, change);
    if (after.leftOut() != before.leftOut()) {
      items.renumber(id, before.theme());
    }
    return find(id, n);
  }

  /** Changes several drafts in one go: all of them or none. */
  public void change(UUID id, Map<Integer, ItemChange> changes, Person by) {
    change(id, changes, null, by);
  }

  /**
   * Changes several drafts in one go and puts them into a theme: all of them or none.
   *
   * @param theme number of the theme, null to leave each in its own
   */
  public void change(
      UUID id, Map<Integer, ItemChange> changes, @Nullable Integer theme, Person by) {
    drafts.requireCoordinator(id, by);
    drafts.lockOne(id);
    if (changes.isEmpty()) {
      throw ValidationError.invalid("declaration.noneChosen");
    }
    List<DraftTheme> themes = declarations.themes(id);
    if (theme != null && themes.stream().noneMatch(one -> one.number() == theme)) {
      throw ValidationError.notFound("declaration.unknownTheme", theme);
    }
    history.before(id, DraftAct.TOGETHER, 0, by);
    changes.forEach((n, change) -> changed(id, find(id, n), change));
    if (theme != null) {
      items.move(id, changes.keySet(), theme, items.revision(id));
    }
    themes.forEach(one -> items.renumber(id, one.number()));
  }

  /** The act that can be undone now. */
  @Transactional(readOnly = true)
  public Optional<LastAct> last(UUID id, Person by) {
    drafts.requireCoordinator(id, by);
    return history.last(id);
  }

  /**
   * Undoes the last act on a declaration.
   *
   * @param number of the act that the coordinator saw
   */
  public void undo(UUID id, int number, Person by) {
    drafts.requireCoordinator(id, by);
    drafts.lockOne(id);
    history.undo(id, number);
  }

  /** What a draft lacks before its commitment can be entered. */
  @Transactional(readOnly = true)
  public List<DraftGap> missing(UUID id, DraftItem item) {
    return drafts.gaps(id, item);
  }

  private DraftItem changed(UUID id, DraftItem item, ItemChange change) {
    DraftItem after = changed(seen(item, change.version()), change);
    items.update(id, after, item.version() + 1);
    return after;
  }

  private DraftItem find(UUID id, int n) {
    return items
        .find(id, n)
        .orElseThrow(() -> ValidationError.notFound("declaration.unknownItem", n));
  }

  /**
   * Gives a theme another title, or says whether its drafts are restricted by default.
   *
   * @param title null to keep it
   * @param restricted null to keep it
   */
  public void changeTheme(
      UUID id, int theme, @Nullable String title, @Nullable Boolean restricted, Person by) {
    drafts.requireCoordinator(id, by);
    drafts.lockOne(id);
    DraftTheme before =
        declarations.themes(id).stream()
            .filter(one -> one.number() == theme)
            .findFirst()
            .orElseThrow(() -> ValidationError.notFound("declaration.unknownTheme", theme));
    String titled = title == null ? before.title() : checkedTitle(theme, title);
    boolean marked = Objects.requireNonNullElse(restricted, before.restricted());
    history.before(id, DraftAct.THEME, theme, by);
    declarations.update(id, theme, titled, marked);
  }

  private static String checkedTitle(int theme, String title) {
    String stripped = TextPolicy.SINGLE_LINE.checked("title", title);
    if (stripped.isEmpty() || stripped.length() > NewCommitment.MAX_TITLE) {
      throw ValidationError.invalid(
          "declaration.themeTitle", theme, stripped.length(), NewCommitment.MAX_TITLE);
    }
    return stripped;
  }

  /**
   * Says which lists of the document count, and marks what its parts are. The steps of a list that
   * does not count are left out.
   *
   * @param counting numbers of the lists that count
   * @param marked parts of the text and what they are
   */
  public void choose(UUID id, Set<Integer> counting, List<MarkedPlace> marked, Person by) {
    drafts.requireCoordinator(id, by);
    DeclarationDraft draft = drafts.locked(id);
    Set<Integer> known = draft.lists().stream().map(DraftList::number).collect(Collectors.toSet());
    for (int number : counting) {
      if (!known.contains(number)) {
        throw ValidationError.notFound("declaration.unknownList", number);
      }
    }
    history.before(id, DraftAct.MARK, 0, by);
    DraftMaker.Origin document = document(id);
    Marking marking =
        new Marking(
            draft,
            document.text(),
            (place, title, words, span) ->
                drafts
                    .withDefaultDeadline(
                        draft.summary().summit(),
                        List.of(maker.of(place, title, words, span, document)))
                    .get(0));
    for (DraftList list : draft.lists()) {
      boolean counts = counting.contains(list.number());
      if (counts != list.counts()) {
        declarations.count(id, list.number(), counts);
        marking.count(list.number(), counts);
      }
    }
    marked.stream().sorted(Comparator.comparingInt(MarkedPlace::start)).forEach(marking::mark);
    if (marking.size() > DeclarationSplitter.MOST_STEPS) {
      throw ValidationError.invalid("declaration.tooManySteps", marking.size());
    }
    int revision = items.revision(id);
    declarations.replaceThemes(id, marking.themes());
    items.replace(id, marking.drafts(revision));
  }

  private DraftMaker.Origin document(UUID id) {
    return declarations
        .origin(id)
        .orElseThrow(() -> ValidationError.notFound("declaration.unknown", id));
  }

  /**
   * Makes two drafts of one: it keeps its words up to a place, a new one after it has the rest. The
   * new one has what a coordinator corrected in the first; everything else is proposed from its own
   * words, as if the document had kept the two apart.
   *
   * @param at how many characters (UTF-16) of the text the first one keeps, white space included
   */
  public void split(UUID id, int n, int version, int at, Person by) {
    drafts.requireCoordinator(id, by);
    DeclarationDraft draft = drafts.locked(id);
    DraftItem whole = seen(DeclarationDrafts.item(draft, n), version);
    refuseLeftOut(whole);
    if (draft.items().size() >= DeclarationSplitter.MOST_STEPS) {
      throw ValidationError.invalid("declaration.tooManySteps", draft.items().size() + 1);
    }
    refuseNoPlace(whole, at);
    DraftMaker.Origin document = document(id);
    String title = themeTitle(draft, whole.theme());
    DraftItem first = part(whole, 0, at, title, document);
    DraftItem second = part(whole, at, whole.text().length(), title, document);
    boolean titled = !whole.title().equals(DraftMaker.titles(whole.text(), document.language()));
    history.before(id, DraftAct.SPLIT, n, by);
    int revision = items.revision(id);
    items.shift(id, n, 1, revision);
    items.update(
        id,
        inherited(first, whole)
            .worded(first.text(), titled ? whole.title() : first.title(), first.span())
            .at(n, whole.position(), version),
        revision);
    items.insert(id, List.of(inherited(second, whole).at(n + 1, whole.position() + 1, revision)));
    items.renumber(id, whole.theme());
  }

  private DraftItem part(
      DraftItem whole, int from, int to, String themeTitle, DraftMaker.Origin document) {
    String words = whole.text().substring(from, to).strip();
    Span span = whole.span().part(document.text(), whole.text(), from, to);
    DraftMaker.Place place = new DraftMaker.Place(whole.n(), whole.theme(), whole.position());
    DraftItem made = maker.of(place, themeTitle, words, span, document);
    return made.in(whole.list());
  }

  /** Corrections by a coordinator apply to both parts, and so does the deadline of the whole. */
  private static DraftItem inherited(DraftItem part, DraftItem whole) {
    DraftItem made = part.marked(whole.restricted());
    DraftOwners owners = part.owners();
    DraftOwners known = whole.owners();
    boolean leads =
        whole.origins().keySet().stream()
            .anyMatch(field -> field.isLead() && whole.isCorrected(field));
    DraftOwners kept =
        leads || whole.isCorrected(DraftField.ACCOUNTABLE)
            ? new DraftOwners(
                leads ? known.leads() : owners.leads(),
                known.accountable(),
                leads ? known.associated() : owners.associated())
            : owners;
    boolean track = whole.isCorrected(DraftField.TRACK);
    made = made.owned(track ? whole.track() : part.track(), kept);
    for (DraftField field : whole.origins().keySet()) {
      if (whole.isCorrected(field)) {
        made = made.from(field, whole.origin(field));
      }
    }
    if (whole.isCorrected(DraftField.DEADLINE) || part.deadline() == null) {
      made =
          made.due(whole.deadline()).from(DraftField.DEADLINE, whole.origin(DraftField.DEADLINE));
    }
    return made;
  }

  /**
   * Makes one draft of this one and the next of its theme that is not left out: it keeps its
   * titles, track, leads and deadline; the leads of the other are associated.
   */
  public void merge(UUID id, int n, int version, Person by) {
    drafts.requireCoordinator(id, by);
    DeclarationDraft draft = drafts.locked(id);
    DraftItem first = seen(DeclarationDrafts.item(draft, n), version);
    refuseLeftOut(first);
    DraftItem second =
        draft.kept().stream()
            .filter(item -> item.n() > n && item.theme() == first.theme())
            .findFirst()
            .orElseThrow(() -> ValidationError.conflict("declaration.mergeLast"));
    String words = first.text() + " " + second.text();
    DraftMaker.refuseTooLong(n, words);
    history.before(id, DraftAct.MERGE, n, by);
    int revision = items.revision(id);
    items.update(
        id,
        first
            .worded(
                words, together(first.title(), second.title()), first.span().with(second.span()))
            .owned(first.track(), together(first.owners(), second.owners()))
            .marked(together(first.restricted(), second.restricted())),
        revision);
    items.delete(id, second.n());
    items.shift(id, second.n(), -1, revision);
    items.renumber(id, first.theme());
  }

  /** Restricted if one of two drafts is, and the default if one of them has it. */
  private static @Nullable Boolean together(@Nullable Boolean first, @Nullable Boolean second) {
    boolean marked = Boolean.TRUE.equals(first) || Boolean.TRUE.equals(second);
    return marked ? Boolean.TRUE : first == null ? null : second;
  }

  /** The titles of the first, and those of the second in languages that the first has none in. */
  private static DraftTitles together(DraftTitles first, DraftTitles second) {
    DraftTitles titles = first;
    for (Map.Entry<Language, String> other : second.texts().entrySet()) {
      if (first.in(other.getKey()) == null) {
        titles = titles.with(other.getKey(), other.getValue());
      }
    }
    return titles;
  }

  private static DraftOwners together(DraftOwners first, DraftOwners second) {
    List<MinistryCode> associated = new ArrayList<>(first.associated());
    associated.addAll(second.associated());
    associated.addAll(second.leads().values());
    return new DraftOwners(
        second.with(first.leads().values()),
        first.accountable() == null ? second.accountable() : first.accountable(),
        associated);
  }

  /** The draft, if it is still the one that the person saw. */
  private static DraftItem seen(DraftItem item, int version) {
    if (item.version() != version) {
      throw ValidationError.conflict("declaration.itemChanged", item.n());
    }
    return item;
  }

  private static void refuseLeftOut(DraftItem item) {
    if (item.leftOut()) {
      throw ValidationError.conflict("declaration.leftOut");
    }
  }

  /** Both parts need a word, and a character is not cut in two. */
  private static void refuseNoPlace(DraftItem item, int at) {
    String text = item.text();
    if (at <= 0
        || at >= text.length()
        || Character.isLowSurrogate(text.charAt(at))
        || !hasWords(text.substring(0, at))
        || !hasWords(text.substring(at))) {
      throw ValidationError.invalid("declaration.splitPlace");
    }
  }

  private static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static String themeTitle(DeclarationDraft draft, int number) {
    return draft.themes().stream()
        .filter(theme -> theme.number() == number)
        .map(DraftTheme::title)
        .findFirst()
        .orElse("");
  }

  private static DraftItem changed(DraftItem item, ItemChange change) {
    DraftOwners owners = item.owners();
    DraftItem after =
        item.worded(words(item, change.text()), titles(item, change.titles()), item.span())
            .owned(
                or(change.track(), item.track()),
                new DraftOwners(
                    owners.with(Objects.requireNonNullElse(change.leads(), List.of())),
                    or(change.accountable(), owners.accountable()),
                    Objects.requireNonNullElse(change.associated(), owners.associated())))
            .due(or(change.deadline(), item.deadline()))
            .marked(
                change.restriction() == null
                    ? item.restricted()
                    : change.restriction().restricted())
            .left(Objects.requireNonNullElse(change.leftOut(), item.leftOut()));
    after = corrected(after, DraftField.TRACK, item.track(), after.track());
    for (PartyCode party : after.owners().leads().keySet()) {
      after =
          corrected(after, DraftField.lead(party), owners.lead(party), after.owners().lead(party));
    }
    after =
        corrected(
            after, DraftField.ACCOUNTABLE, owners.accountable(), after.owners().accountable());
    return corrected(after, DraftField.DEADLINE, item.deadline(), after.deadline());
  }

  private static DraftItem corrected(
      DraftItem item, DraftField field, @Nullable Object before, @Nullable Object after) {
    return Objects.equals(before, after) ? item : item.from(field, DraftOrigin.CORRECTED);
  }

  private static String words(DraftItem item, @Nullable String wanted) {
    if (wanted == null) {
      return item.text();
    }
    String words = TextPolicy.SINGLE_LINE.checked("text", wanted.replaceAll("\\s+", " "));
    if (!hasWords(words)) {
      throw ValidationError.invalid("declaration.text", item.n());
    }
    DraftMaker.refuseTooLong(item.n(), words);
    return words;
  }

  /** A blank title is none yet; it may be taken away while the draft is reviewed. */
  private static DraftTitles titles(DraftItem item, Map<Language, String> wanted) {
    DraftTitles titles = item.title();
    for (Map.Entry<Language, String> title : wanted.entrySet()) {
      String text = title.getValue();
      titles = titles.with(title.getKey(), text.isBlank() ? null : bounded(item.n(), text));
    }
    return titles;
  }

  private static String bounded(int n, String title) {
    String checked = TextPolicy.SINGLE_LINE.checked("title", title);
    int length = TextPolicy.length(checked);
    if (length == 0 || length > NewCommitment.MAX_TITLE) {
      throw ValidationError.invalid("declaration.title", n, length, NewCommitment.MAX_TITLE);
    }
    return checked;
  }

  private static <T> @Nullable T or(@Nullable T wanted, @Nullable T present) {
    return wanted == null ? present : wanted;
  }
}
