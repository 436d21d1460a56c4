package eu.jalon.intake;

import eu.jalon.register.DeadlineRule;
import eu.jalon.register.Owners;
import eu.jalon.register.Track;
import eu.jalon.shared.LocalText;

/**
 * One step of a declaration as it will be entered, for a coordinator to review.
 *
 * @param n its number in the whole declaration, from 1
 * @param position its number in its theme, from 1
 * @param text the words of the declaration
 */
public record DraftItem(
    int n,
    int theme,
    int position,
    String text,
    LocalText title,
    Track track,
    Owners owners,
    DeadlineRule deadline,
    int version) {}
