package eu.jalon.intake.store;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DeclarationSummary;
import eu.jalon.intake.draft.DraftGap;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads a whole declaration under review and its state, within the caller's transaction. */
@Component
public class DeclarationDrafts {

  private static final int NAMED = 8;

  private final JdbcDeclarations declarations;
  private final JdbcDraftItems items;
  private final Directory directory;
  private final Meetings meetings;
  private final Clock clock;

  DeclarationDrafts(
      JdbcDeclarations declarations,
      JdbcDraftItems items,
      Directory directory,
      Meetings meetings,
      Clock clock) {
    this.declarations = declarations;
    this.items = items;
    this.directory = directory;
    this.meetings = meetings;
    this.clock = clock;
  }

  /**
   * Checks that the person is a coordinator who sees the series of a declaration.
   *
   * @throws ValidationError {@code declaration.unknown} for a series that the person does not see
   */
  public void requireCoordinator(UUID id, Person person) {
    Viewer.requireCoordinator(person);
    if (declarations.meeting(id).filter(meetings.seenBy(person)).isEmpty()) {
      throw ValidationError.notFound("declaration.unknown", id);
    }
  }

  public DeclarationDraft get(UUID id) {
    DeclarationSummary summary =
        declarations
            .find(id)
            .orElseThrow(() -> ValidationError.notFound("declaration.unknown", id));
    List<DraftItem> drafts = items.of(id);
    return new DeclarationDraft(
        summary,
        meetings.languages(summary.summit()),
        declarations.themes(id),
        declarations.lists(id),
        drafts,
        gaps(drafts, context(summary.summit())));
  }

  /** The same, for an act on it: it keeps others out until the caller's transaction ends. */
  public DeclarationDraft locked(UUID id) {
    lockOne(id);
    return get(id);
  }

  /** Keeps others out of a declaration for an act on one draft, without reading the others. */
  public void lockOne(UUID id) {
    boolean launched =
        declarations
            .lock(id)
            .orElseThrow(() -> ValidationError.notFound("declaration.unknown", id));
    if (launched) {
      refuseLaunched(get(id));
    }
  }

  /** What one draft lacks. */
  public List<DraftGap> gaps(UUID id, DraftItem item) {
    DeclarationSummary summary =
        declarations
            .find(id)
            .orElseThrow(() -> ValidationError.notFound("declaration.unknown", id));
    return gaps(summary.summit(), item);
  }

  /** What a draft of a meeting lacks. */
  public List<DraftGap> gaps(MeetingId meeting, DraftItem item) {
    return DraftGap.of(item, context(meeting));
  }

  /**
   * Returns drafts of a meeting with the deadline that its series proposes where they have none.
   */
  public List<DraftItem> withDefaultDeadline(MeetingId meeting, List<DraftItem> drafts) {
    String rule = meetings.seriesOf(meeting).defaultDeadline();
    if (rule == null) {
      return drafts;
    }
    DeadlineRule proposed = DeadlineRule.parse(rule);
    return drafts.stream().map(draft -> draft.orDue(proposed)).toList();
  }

  /** What drafts are checked against; a deadline has passed once it has in Brussels. */
  private DraftGap.Context context(MeetingId meeting) {
    return new DraftGap.Context(
        directory.openMinistries(), meetings.seriesOf(meeting), BrusselsTime.today(clock));
  }

  private static Map<Integer, List<DraftGap>> gaps(
      List<DraftItem> drafts, DraftGap.Context context) {
    Map<Integer, List<DraftGap>> found = new HashMap<>();
    for (DraftItem item : drafts) {
      List<DraftGap> gaps = DraftGap.of(item, context);
      if (!gaps.isEmpty()) {
        found.put(item.n(), gaps);
      }
    }
    return Map.copyOf(found);
  }

  public static void refuseLaunched(DeclarationDraft draft) {
    if (draft.summary().launched() != null) {
      throw ValidationError.conflict("declaration.launched", draft.summary().items());
    }
  }

  /**
   * Refuses what cannot be launched: something is missing, or nothing is left to be entered.
   *
   * @param translatedLater whether titles may still be missing in some of the languages
   */
  public void refuseIncomplete(DeclarationDraft draft, boolean translatedLater) {
    if (translatedLater && !meetings.translatedLater(draft.summary().summit())) {
      throw ValidationError.conflict("declaration.translatedLater");
    }
    List<DraftItem> incomplete = translatedLater ? draft.untranslatable() : draft.incomplete();
    if (!incomplete.isEmpty()) {
      throw ValidationError.conflict(
          "declaration.incomplete", incomplete.size(), places(incomplete));
    }
    if (draft.kept().isEmpty()) {
      throw ValidationError.conflict("declaration.nothingKept");
    }
  }

  private static String places(List<DraftItem> drafts) {
    String named =
        String.join(", ", drafts.stream().limit(NAMED).map(DeclarationDrafts::place).toList());
    return drafts.size() > NAMED ? named + " …" : named;
  }

  private static String place(DraftItem item) {
    return String.format(Locale.ROOT, "%d.%02d", item.theme(), item.position());
  }

  public static DraftItem item(DeclarationDraft draft, int n) {
    return draft.items().stream()
        .filter(item -> item.n() == n)
        .findFirst()
        .orElseThrow(() -> ValidationError.notFound("declaration.unknownItem", n));
  }
}
