/** Series, meetings and the themes of their declarations. */
@NullMarked
@ApplicationModule(
    displayName = "meeting",
    allowedDependencies = {"directory", "directory :: cache", "shared"})
package eu.jalon.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
