package eu.jalon.intake;

import eu.jalon.intake.draft.DeclarationSummary;

/**
 * The document that a commitment comes from.
 *
 * @param page the page that its words stand on, from 1; 0 where that is not known
 * @param row the row of a table that they stand in, from 1; 0 where they stand in none
 * @param kept whether the file itself is kept
 */
public record CommitmentSource(DeclarationSummary document, int page, int row, boolean kept) {}
