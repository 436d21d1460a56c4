package eu.jalon.intake.pair;

/**
 * A step and its translation.
 *
 * @param first place of the one in its document, from 0
 * @param second place of the other
 */
public record StepPair(int first, int second) {}
