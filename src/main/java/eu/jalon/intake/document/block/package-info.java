/** Turns the paragraphs, tables and lines that a reader found into blocks of the one model. */
@NullMarked
package eu.jalon.intake.document.block;

import org.jspecify.annotations.NullMarked;
