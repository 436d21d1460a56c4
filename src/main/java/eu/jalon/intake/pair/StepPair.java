package eu.jalon.intake.pair;

/**
 * Two steps that say the same in two languages.
 *
 * @param first place of the one in its document, from 0
 * @param second place of the other
 */
public record StepPair(int first, int second) {}
