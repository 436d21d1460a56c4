/** Readers of the formats of word processors and spreadsheets. */
@NullMarked
package eu.jalon.intake.document.office;

import org.jspecify.annotations.NullMarked;
