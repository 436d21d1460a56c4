/** Absences with their substitutes, and each person's notification settings. */
@NullMarked
@NamedInterface("absence")
package eu.jalon.directory.absence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
