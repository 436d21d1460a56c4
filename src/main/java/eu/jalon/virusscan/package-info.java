/** Passes every uploaded file to a virus scanner before anything reads it. */
@NullMarked
@ApplicationModule(
    displayName = "virusscan",
    allowedDependencies = {"audit", "shared"})
package eu.jalon.virusscan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
