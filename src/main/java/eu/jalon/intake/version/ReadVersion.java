package eu.jalon.intake.version;

import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.split.SplitDeclaration;
import eu.jalon.shared.Language;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a document in one language.
 *
 * @param date the day of the document, null where it is not known
 * @param drafts a draft of each step, in the order of the document
 */
public record ReadVersion(
    Language language, SplitDeclaration split, @Nullable LocalDate date, List<DraftItem> drafts) {

  public ReadVersion {
    drafts = List.copyOf(drafts);
  }
}
