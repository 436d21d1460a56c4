/** From a declaration as it was received to drafts a coordinator reviews and launches. */
@NullMarked
@ApplicationModule(
    displayName = "intake",
    allowedDependencies = {
      "commitment",
      "commitment :: deadline",
      "commitment :: entry",
      "directory",
      "meeting",
      "shared"
    })
package eu.jalon.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
