package eu.jalon.report.evaluation;

import eu.jalon.commitment.ThemeCounts;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.shared.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of one theme in editing.
 *
 * @param lines the commitments behind the draft
 * @param draft the draft from the current register
 * @param paragraph the text that coordinators saved; null if none
 * @param differences the differences between the saved text and the draft; empty if they are equal
 *     or nothing is saved
 */
public record EvaluationSheet(
    ThemeCounts standing,
    List<StatusSheet.CommitmentRow> lines,
    String draft,
    @Nullable EvaluationParagraph paragraph,
    List<EvaluationDifference> differences) {

  public static EvaluationSheet of(
      ThemeCounts standing,
      List<StatusSheet.CommitmentRow> lines,
      String draft,
      @Nullable EvaluationParagraph kept,
      Language language) {
    List<EvaluationDifference> differences =
        kept == null || kept.text().equals(draft)
            ? List.of()
            : EvaluationDifference.between(kept.text(), draft, language);
    return new EvaluationSheet(standing, lines, draft, kept, differences);
  }

  public Optional<EvaluationParagraph> kept() {
    return Optional.ofNullable(paragraph);
  }

  /** The version to edit; 0 if nothing is saved. */
  public int version() {
    return paragraph == null ? 0 : paragraph.version();
  }

  /** The text in the form: the saved text, otherwise the draft. */
  public String text() {
    return paragraph == null ? draft : paragraph.text();
  }
}
