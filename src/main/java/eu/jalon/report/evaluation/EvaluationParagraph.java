package eu.jalon.report.evaluation;

import eu.jalon.meeting.Theme;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The evaluation of a theme as saved by coordinators for the next declaration.
 *
 * @param theme the number of the theme
 * @param at when it was last saved
 */
public record EvaluationParagraph(
    MeetingId meeting,
    int theme,
    Language language,
    String text,
    Instant at,
    PersonId by,
    int version) {

  /** Finds the paragraph of a theme. */
  public static Optional<EvaluationParagraph> of(
      List<EvaluationParagraph> paragraphs, Theme theme) {
    return paragraphs.stream()
        .filter(
            paragraph ->
                paragraph.meeting.equals(theme.meeting()) && paragraph.theme == theme.number())
        .findFirst();
  }
}
