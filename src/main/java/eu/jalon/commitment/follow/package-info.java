/** Who follows which commitment. */
@NullMarked
@NamedInterface("follow")
package eu.jalon.commitment.follow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
