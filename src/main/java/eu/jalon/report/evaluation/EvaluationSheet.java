package eu.jalon.report.evaluation;

import eu.jalon.overview.status.StatusSheet;
import eu.jalon.shared.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of one theme as it is worked on.
 *
 * @param lines what the draft follows from
 * @param draft what today's figures and reports give
 * @param paragraph what coordinators kept of a draft
 * @param differences what today's draft says otherwise than what was kept, sentence by sentence;
 *     empty where it says the same or nothing was kept
 */
public record EvaluationSheet(
    StatusSheet.ThemeStanding standing,
    List<StatusSheet.CommitmentRow> lines,
    String draft,
    @Nullable EvaluationParagraph paragraph,
    List<EvaluationDifference> differences) {

  public static EvaluationSheet of(
      StatusSheet.ThemeStanding standing,
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

  /** The version that a change begins from, 0 while nothing was kept. */
  public int version() {
    return paragraph == null ? 0 : paragraph.version();
  }

  /** What stands in the field: what was kept, otherwise the draft. */
  public String text() {
    return paragraph == null ? draft : paragraph.text();
  }
}
