/** The calendar of a person's deadlines, at a secret address. */
@NullMarked
@NamedInterface("calendar")
package eu.jalon.reminder.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
