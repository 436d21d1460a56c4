package eu.jalon.intake;

import eu.jalon.commitment.Leads;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.intake.split.DeclarationSplitter;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a coordinator does to the drafts of a declaration before its launch; refused afterwards,
 * while the launch is under way, and over a version that he did not see.
 */
@Service
@Transactional
public class DraftReview {

  private final JdbcDraftItems items;
  private final DeclarationDrafts drafts;
  private final DraftMaker maker;

  DraftReview(JdbcDraftItems items, DeclarationDrafts drafts, DraftMaker maker) {
    this.items = items;
    this.drafts = drafts;
    this.maker = maker;
  }

  /** Changes one draft, or leaves it out, or takes it in again. */
  public DraftItem change(UUID id, int n, ItemChange change, Person by) {
    Viewer.requireCoordinator(by);
    DraftItem before = seen(drafts.locked(id), n, change.version());
    DraftItem after = changed(before, change);
    items.update(id, after, before.version() + 1);
    if (after.leftOut() != before.leftOut()) {
      items.renumber(id, before.theme());
    }
    return DeclarationDrafts.item(drafts.get(id), n);
  }

  /**
   * Makes two drafts of one: it keeps its words up to a place, a new one after it has the rest. The
   * new one is carried like the first where somebody has corrected that; else it is proposed from
   * its own words, as if the document had kept the two apart.
   *
   * @param at how many characters (UTF-16) of the text the first one keeps, white space included
   */
  public void split(UUID id, int n, int version, int at, Person by) {
    Viewer.requireCoordinator(by);
    DeclarationDraft draft = drafts.locked(id);
    DraftItem whole = seen(draft, n, version);
    refuseLeftOut(whole);
    if (draft.items().size() >= DeclarationSplitter.MOST_STEPS) {
      throw ValidationError.invalid("declaration.tooManySteps", draft.items().size() + 1);
    }
    refuseNoPlace(whole, at);
    String title = themeTitle(draft, whole.theme());
    String words = whole.text().substring(0, at).strip();
    DraftItem proposed = maker.of(place(whole, 0), title, whole.text());
    DraftItem first = maker.of(place(whole, 0), title, words);
    DraftItem second =
        maker.of(place(whole, 1), title, whole.text().substring(at).strip()).due(whole.deadline());
    boolean asProposed =
        whole.track() == proposed.track() && whole.owners().equals(proposed.owners());
    boolean titled = !whole.title().equals(proposed.title());
    int revision = revision(draft);
    items.shift(id, n, 1, revision);
    items.update(
        id,
        (asProposed ? whole.owned(first.track(), first.owners()) : whole)
            .worded(words, titled ? whole.title() : first.title()),
        revision);
    items.insert(
        id,
        List.of((asProposed ? second : second.owned(whole.track(), whole.owners())).at(revision)));
    items.renumber(id, whole.theme());
  }

  /**
   * Makes one draft of this one and the next of its theme that is not left out: it keeps its title,
   * track, leads and deadline; whoever carried the other is associated.
   */
  public void merge(UUID id, int n, int version, Person by) {
    Viewer.requireCoordinator(by);
    DeclarationDraft draft = drafts.locked(id);
    DraftItem first = seen(draft, n, version);
    refuseLeftOut(first);
    DraftItem second =
        draft.kept().stream()
            .filter(item -> item.n() > n && item.theme() == first.theme())
            .findFirst()
            .orElseThrow(() -> ValidationError.conflict("declaration.mergeLast"));
    String words = first.text() + " " + second.text();
    DraftMaker.refuseTooLong(n, words);
    int revision = revision(draft);
    items.update(
        id,
        first
            .worded(words, first.title())
            .owned(first.track(), together(first.owners(), second.owners())),
        revision);
    items.delete(id, second.n());
    items.shift(id, second.n(), -1, revision);
    items.renumber(id, first.theme());
  }

  private static Leads together(Leads first, Leads second) {
    List<MinistryCode> associated = new ArrayList<>(first.associated());
    associated.addAll(second.associated());
    associated.add(second.leadBe());
    associated.add(second.leadFr());
    return new Leads(first.leadBe(), first.leadFr(), first.accountable(), associated);
  }

  /** The draft of that number, if it is still the one that the person saw. */
  private static DraftItem seen(DeclarationDraft draft, int n, int version) {
    DraftItem item = DeclarationDrafts.item(draft, n);
    if (item.version() != version) {
      throw ValidationError.conflict("declaration.itemChanged", n);
    }
    return item;
  }

  /** Higher than every version that anybody can have seen. */
  private static int revision(DeclarationDraft draft) {
    return draft.items().stream().mapToInt(DraftItem::version).max().orElse(0) + 1;
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

  private static DraftMaker.Place place(DraftItem item, int further) {
    return new DraftMaker.Place(item.n() + further, item.theme(), item.position() + further);
  }

  private static String themeTitle(DeclarationDraft draft, int number) {
    return draft.themes().stream()
        .filter(theme -> theme.number() == number)
        .map(DraftTheme::title)
        .findFirst()
        .orElse("");
  }

  private static DraftItem changed(DraftItem item, ItemChange change) {
    Leads owners = item.owners();
    String titleFr = bounded(item.n(), or(change.titleFr(), item.title().fr()));
    return item.worded(item.text(), LocalText.of(titleFr, dutch(item, change.titleNl())))
        .owned(
            or(change.track(), item.track()),
            new Leads(
                or(change.leadBe(), owners.leadBe()),
                or(change.leadFr(), owners.leadFr()),
                or(change.accountable(), owners.accountable()),
                or(change.associated(), owners.associated())))
        .due(or(change.deadline(), item.deadline()))
        .left(or(change.leftOut(), item.leftOut()));
  }

  /** A blank Dutch title is none yet; it may be taken away while the draft is reviewed. */
  private static @Nullable String dutch(DraftItem item, @Nullable String wanted) {
    if (wanted == null) {
      return item.title().nl();
    }
    return wanted.isBlank() ? null : bounded(item.n(), wanted);
  }

  private static String bounded(int n, String title) {
    String checked = TextPolicy.SINGLE_LINE.checked("title", title);
    int length = TextPolicy.length(checked);
    if (length == 0 || length > NewCommitment.MAX_TITLE) {
      throw ValidationError.invalid("declaration.title", n, length, NewCommitment.MAX_TITLE);
    }
    return checked;
  }

  private static <T> T or(@Nullable T wanted, T present) {
    return Objects.requireNonNullElse(wanted, present);
  }
}
