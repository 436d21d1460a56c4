package eu.jalon.intake;

import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.LocalText;

/**
 * One step of a declaration as it will be entered, for a coordinator to review.
 *
 * @param n its number in the whole declaration, from 1; it moves when steps are split or merged
 * @param position its number in its theme among those that are not left out, from 1
 * @param text the words of the declaration
 * @param leftOut whether it is no commitment and will not be entered
 * @param version of what stands under this number: whatever moves there has a higher one
 */
public record DraftItem(
    int n,
    int theme,
    int position,
    String text,
    LocalText title,
    Track track,
    Leads owners,
    DeadlineRule deadline,
    boolean leftOut,
    int version) {

  DraftItem worded(String words, LocalText titled) {
    return new DraftItem(
        n, theme, position, words, titled, track, owners, deadline, leftOut, version);
  }

  DraftItem owned(Track other, Leads carriers) {
    return new DraftItem(
        n, theme, position, text, title, other, carriers, deadline, leftOut, version);
  }

  DraftItem due(DeadlineRule rule) {
    return new DraftItem(n, theme, position, text, title, track, owners, rule, leftOut, version);
  }

  DraftItem left(boolean out) {
    return new DraftItem(n, theme, position, text, title, track, owners, deadline, out, version);
  }

  DraftItem at(int newVersion) {
    return new DraftItem(
        n, theme, position, text, title, track, owners, deadline, leftOut, newVersion);
  }
}
