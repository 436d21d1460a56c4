/** Explains why a reminder was sent or suppressed. */
@NullMarked
@NamedInterface("explain")
package eu.jalon.reminder.explain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
