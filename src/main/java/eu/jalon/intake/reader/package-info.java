/** Reads a document of any accepted format, which its content decides. */
@NullMarked
package eu.jalon.intake.reader;

import org.jspecify.annotations.NullMarked;
