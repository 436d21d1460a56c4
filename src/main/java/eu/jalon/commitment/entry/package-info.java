/** Entering commitments, and carrying them over or splitting them. */
@NullMarked
@NamedInterface("entry")
package eu.jalon.commitment.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
