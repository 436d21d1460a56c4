/** Acts that bind other parties. */
@NullMarked
@NamedInterface("proposal")
package eu.jalon.transition.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
