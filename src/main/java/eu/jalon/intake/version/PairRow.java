package eu.jalon.intake.version;

import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.pair.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft and its translation in another version; one of them may be missing.
 *
 * @param differences what the two say otherwise
 */
public record PairRow(
    @Nullable DraftItem draft, @Nullable PairedStep step, List<Difference> differences) {

  public PairRow {
    differences = List.copyOf(differences);
  }

  /** Whether both have a partner. */
  public boolean isPair() {
    return draft != null && step != null;
  }
}
