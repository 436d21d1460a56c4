package eu.jalon.intake.store;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DeclarationSummary;
import eu.jalon.intake.draft.DraftGap;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads a declaration under review whole, within the caller's transaction, and says its state. */
@Component
public class DeclarationDrafts {

  private static final int NAMED = 8;

  private final JdbcDeclarations declarations;
  private final JdbcDraftItems items;
  private final Meetings meetings;
  private final Directory directory;
  private final Clock clock;

  DeclarationDrafts(
      JdbcDeclarations declarations,
      JdbcDraftItems items,
      Meetings meetings,
      Directory directory,
      Clock clock) {
    this.declarations = declarations;
    this.items = items;
    this.meetings = meetings;
    this.directory = directory;
    this.clock = clock;
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
        gaps(drafts, meetings.languages(summary.summit())));
  }

  /** The same, for an act on it: it keeps others out until the caller's transaction ends. */
  public DeclarationDraft locked(UUID id) {
    declarations.lock(id);
    DeclarationDraft draft = get(id);
    refuseLaunched(draft);
    return draft;
  }

  /** Keeps others out of a declaration for an act on one draft, without reading the others. */
  public void lockOne(UUID id) {
    declarations.lock(id);
    DeclarationSummary summary =
        declarations
            .find(id)
            .orElseThrow(() -> ValidationError.notFound("declaration.unknown", id));
    refuseLaunched(summary);
  }

  /** What one draft of a declaration lacks. */
  public List<DraftGap> gaps(UUID id, DraftItem item) {
    return declarations
        .find(id)
        .map(summary -> gaps(summary.summit(), item))
        .orElseThrow(() -> ValidationError.notFound("declaration.unknown", id));
  }

  /** What a draft lacks for a commitment of a meeting. */
  public List<DraftGap> gaps(MeetingId meeting, DraftItem item) {
    return DraftGap.of(
        item, meetings.languages(meeting), directory.ministriesByCode(), BrusselsTime.today(clock));
  }

  private Map<Integer, List<DraftGap>> gaps(List<DraftItem> drafts, List<Language> languages) {
    Map<MinistryCode, Ministry> ministries = directory.ministriesByCode();
    LocalDate today = BrusselsTime.today(clock);
    Map<Integer, List<DraftGap>> found = new HashMap<>();
    for (DraftItem item : drafts) {
      List<DraftGap> gaps = DraftGap.of(item, languages, ministries, today);
      if (!gaps.isEmpty()) {
        found.put(item.n(), gaps);
      }
    }
    return Map.copyOf(found);
  }

  public static void refuseLaunched(DeclarationDraft draft) {
    refuseLaunched(draft.summary());
  }

  private static void refuseLaunched(DeclarationSummary summary) {
    if (summary.launched() != null) {
      throw ValidationError.conflict("declaration.launched", summary.items());
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
