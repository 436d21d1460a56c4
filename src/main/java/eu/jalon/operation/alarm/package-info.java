/** Tells administrators of faults, each once. */
@NullMarked
@NamedInterface("alarm")
package eu.jalon.operation.alarm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
