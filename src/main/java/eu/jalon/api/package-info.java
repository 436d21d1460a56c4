/** The REST contract of the project, described by OpenAPI. */
@NullMarked
@ApplicationModule(
    displayName = "api",
    allowedDependencies = {
      "shared",
      "problem",
      "directory",
      "register",
      "intake",
      "nudge",
      "outbox",
      "report",
      "audit"
    })
package eu.jalon.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
