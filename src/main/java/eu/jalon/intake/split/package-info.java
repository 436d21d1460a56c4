/**
 * * Turns the text of a declaration into draft themes, steps and proposals, without any framework.
 */
@NullMarked
package eu.jalon.intake.split;

import org.jspecify.annotations.NullMarked;
