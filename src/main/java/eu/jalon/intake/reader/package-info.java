/** Reads a document of any accepted format, told by its content. */
@NullMarked
package eu.jalon.intake.reader;

import org.jspecify.annotations.NullMarked;
