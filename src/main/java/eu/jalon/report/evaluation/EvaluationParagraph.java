package eu.jalon.report.evaluation;

import eu.jalon.meeting.Theme;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The evaluation of a theme as coordinators wrote it for the next declaration.
 *
 * @param theme the number of the theme
 * @param at when it was kept last
 */
public record EvaluationParagraph(
    MeetingId origin,
    int theme,
    Language language,
    String text,
    Instant at,
    PersonId by,
    int version) {

  /** The one of a theme among many. */
  public static Optional<EvaluationParagraph> of(List<EvaluationParagraph> many, Theme theme) {
    return many.stream()
        .filter(one -> one.origin.equals(theme.origin()) && one.theme == theme.number())
        .findFirst();
  }
}
