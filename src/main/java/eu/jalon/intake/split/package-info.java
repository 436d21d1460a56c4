/** Finds the themes and the steps of a document. */
@NullMarked
package eu.jalon.intake.split;

import org.jspecify.annotations.NullMarked;
