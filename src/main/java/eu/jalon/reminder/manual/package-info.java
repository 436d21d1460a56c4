/** Reminders that a coordinator sends. */
@NullMarked
@NamedInterface("manual")
package eu.jalon.reminder.manual;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
