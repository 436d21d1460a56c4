/** Reads titles, deadlines, owners and the kind of work out of the words of a step; pure. */
@NullMarked
package eu.jalon.intake.propose;

import org.jspecify.annotations.NullMarked;
