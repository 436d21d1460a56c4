/** Readers of formats that are text themselves. */
@NullMarked
package eu.jalon.intake.document.plain;

import org.jspecify.annotations.NullMarked;
