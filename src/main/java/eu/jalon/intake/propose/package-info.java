/** Proposes titles, deadlines, owners and the kind of work from the words of a step. */
@NullMarked
package eu.jalon.intake.propose;

import org.jspecify.annotations.NullMarked;
