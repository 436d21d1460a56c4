/** The daily reminder round and its forecast. */
@NullMarked
@NamedInterface("round")
package eu.jalon.reminder.round;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
