/** Commitments with their leads, status, reports and history. */
@NullMarked
@ApplicationModule(
    displayName = "commitment",
    allowedDependencies = {"directory", "directory :: calendar", "meeting", "shared"})
package eu.jalon.commitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
