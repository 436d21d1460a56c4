/** Acts that wait for the confirmation of the other parties. */
@NullMarked
@NamedInterface("proposal")
package eu.jalon.commitment.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
