package eu.jalon.intake;

import eu.jalon.intake.draft.DeclarationSummary;

/**
 * The document that a commitment comes from.
 *
 * @param page the page of its words, from 1; 0 if unknown
 * @param row the row of their table, from 1; 0 outside tables
 * @param kept whether the file itself is kept
 */
public record CommitmentSource(DeclarationSummary document, int page, int row, boolean kept) {}
