/** Correcting what was launched. */
@NullMarked
@NamedInterface("correction")
package eu.jalon.transition.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
