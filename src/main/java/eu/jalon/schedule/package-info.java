/** The only room that names the scheduler: thin jobs that call one room each. */
@NullMarked
@ApplicationModule(
    displayName = "schedule",
    allowedDependencies = {"shared", "nudge", "outbox", "register"})
package eu.jalon.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
