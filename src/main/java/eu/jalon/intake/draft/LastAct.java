package eu.jalon.intake.draft;

/**
 * The act of a review that can be undone now.
 *
 * @param number its number in the declaration, from 1
 * @param n the draft, or for {@link DraftAct#RENAME} the theme, that it was done to; 0 for several
 */
public record LastAct(int number, DraftAct act, int n) {}
