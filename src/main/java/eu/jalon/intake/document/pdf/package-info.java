/** Readers of documents with a fixed layout: PDF and scans. */
@NullMarked
package eu.jalon.intake.document.pdf;

import org.jspecify.annotations.NullMarked;
