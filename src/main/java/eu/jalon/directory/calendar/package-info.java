/** Working days of each party. */
@NullMarked
@NamedInterface("calendar")
package eu.jalon.directory.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
