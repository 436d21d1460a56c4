/** What the readers share: from lines and paragraphs to blocks, by shape alone. */
@NullMarked
package eu.jalon.intake.document.shape;

import org.jspecify.annotations.NullMarked;
