/** The coordinators' workspace: server-rendered pages, by feature. */
@NullMarked
@ApplicationModule(
    displayName = "pages",
    allowedDependencies = {
      "shared",
      "problem",
      "directory",
      "register",
      "intake",
      "nudge",
      "outbox",
      "report",
      "audit",
      "security"
    })
package eu.jalon.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
