/** The effect of an act on a commitment, and its preview. */
@NullMarked
@NamedInterface("effect")
package eu.jalon.transition.effect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
