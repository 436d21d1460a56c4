package eu.jalon.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the register proposes for an uploaded document. The implementation is registered in {@code
 * META-INF/services/eu.jalon.intake.DocumentProposals}, so that {@link Corpus} can score any
 * implementation.
 */
@FunctionalInterface
interface DocumentProposals {

  /**
   * Returns the proposed steps in the order of the document.
   *
   * @param fileName the name of the file, whose extension tells the format
   * @param content the bytes of the file
   * @param meetingDate the day of the meeting the document belongs to; null when it is not known
   */
  List<ProposedStep> propose(String fileName, byte[] content, @Nullable LocalDate meetingDate);

  /**
   * One step as the register would show it for review.
   *
   * @param text the words of the step
   * @param theme the theme it stands under; null when the document has none
   * @param dueOn the deadline read from the text; null when there is none
   * @param owners codes of the ministries the text makes responsible
   */
  record ProposedStep(
      String text, @Nullable String theme, @Nullable LocalDate dueOn, List<String> owners) {

    public ProposedStep {
      owners = List.copyOf(owners);
    }
  }
}
