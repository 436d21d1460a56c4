package eu.jalon.pages.declarations;

import eu.jalon.intake.draft.BlockRole;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftList;
import eu.jalon.intake.draft.DraftTheme;
import eu.jalon.intake.draft.SourceBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of a document as a coordinator sees and marks them. */
final class MarkedBlocks {

  private final DeclarationDraft draft;
  private final String source;

  MarkedBlocks(DeclarationDraft draft, String source) {
    this.draft = draft;
    this.source = source;
  }

  /**
   * A block with what it is now.
   *
   * @param steps the drafts that begin in it
   * @param list the list that begins with it, null where none does
   * @param within the list that contains it, null outside lists
   */
  record MarkedBlock(
      SourceBlock block,
      String text,
      BlockRole role,
      List<DraftItem> steps,
      @Nullable DraftList list,
      @Nullable DraftList within) {}

  List<MarkedBlock> of(List<SourceBlock> blocks) {
    return blocks.stream().map(this::marked).toList();
  }

  private MarkedBlock marked(SourceBlock block) {
    String text = collapsed(source.substring(block.start(), block.end()));
    List<DraftItem> steps =
        draft.kept().stream()
            .filter(item -> item.end() > item.start() && begins(item.start(), block))
            .toList();
    DraftList within =
        draft.lists().stream()
            .filter(list -> list.start() < block.end() && list.end() > block.start())
            .findFirst()
            .orElse(null);
    DraftList list = within != null && begins(within.start(), block) ? within : null;
    return new MarkedBlock(block, text, role(block, text, steps), steps, list, within);
  }

  private BlockRole role(SourceBlock block, String text, List<DraftItem> steps) {
    if (!steps.isEmpty()) {
      return BlockRole.STEP;
    }
    if (draft.kept().stream().anyMatch(item -> overlaps(item.start(), item.end(), block))) {
      return BlockRole.CONTINUATION;
    }
    for (DraftTheme theme : draft.themes()) {
      if (overlaps(theme.start(), theme.end(), block)) {
        return BlockRole.HEADING;
      }
    }
    boolean evaluated =
        draft.themes().stream()
            .map(theme -> collapsed(theme.evaluation()))
            .anyMatch(evaluation -> !evaluation.isEmpty() && evaluation.contains(text));
    return evaluated ? BlockRole.EVALUATION : BlockRole.NOTHING;
  }

  private static boolean begins(int start, SourceBlock block) {
    return start >= block.start() && start < block.end();
  }

  private static boolean overlaps(int start, int end, SourceBlock block) {
    return start < end && start < block.end() && end > block.start();
  }

  private static String collapsed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
