/** From a declaration as it was received to drafts a coordinator reviews and launches. */
@NullMarked
@ApplicationModule(
    displayName = "intake",
    allowedDependencies = {"shared", "directory", "register"})
package eu.jalon.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
