/** Recognises and writes the bullets and numbers that open list items. */
@NullMarked
package eu.jalon.intake.document.marker;

import org.jspecify.annotations.NullMarked;
