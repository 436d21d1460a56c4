/** What the parties answer for each commitment before a meeting is closed. */
@NullMarked
@NamedInterface("closing")
package eu.jalon.transition.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
