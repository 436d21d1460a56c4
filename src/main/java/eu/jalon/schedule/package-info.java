/** Scheduled jobs and their health; the only module that uses Quartz. */
@NullMarked
@ApplicationModule(
    displayName = "schedule",
    allowedDependencies = {
      "mail",
      "mail :: bounce",
      "mail :: incoming",
      "mail :: queue",
      "operation :: alarm",
      "operation :: retention",
      "operation :: standby",
      "reminder :: round",
      "shared"
    })
package eu.jalon.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
