/**
 * Readers of every accepted file format into one model: the plain text of a document and its
 * blocks.
 *
 * <p>Blocks tell shape only (heading, paragraph, list item, table row, page furniture). Which of
 * them are commitments is decided elsewhere.
 */
@NullMarked
package eu.jalon.intake.document;

import org.jspecify.annotations.NullMarked;
