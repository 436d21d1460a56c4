/**
 * Prepares a document for finding steps: its text units, with the markers and labels that open
 * them.
 */
@NullMarked
package eu.jalon.intake.split.unit;

import org.jspecify.annotations.NullMarked;
