/** The only module that names Quartz: thin jobs, and the health of what they run. */
@NullMarked
@ApplicationModule(
    displayName = "schedule",
    allowedDependencies = {
      "mail",
      "mail :: bounce",
      "mail :: queue",
      "reminder :: round",
      "shared"
    })
package eu.jalon.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
