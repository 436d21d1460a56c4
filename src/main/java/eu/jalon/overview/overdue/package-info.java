/** Overdue action items in groups. */
@NullMarked
@NamedInterface("overdue")
package eu.jalon.overview.overdue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
