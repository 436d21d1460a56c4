/** Finds paragraphs, list items and tables among the lines of a plain text or a page. */
@NullMarked
package eu.jalon.intake.document.line;

import org.jspecify.annotations.NullMarked;
