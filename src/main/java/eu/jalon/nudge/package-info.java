/** Who is reminded of what today, and why not. */
@NullMarked
@ApplicationModule(
    displayName = "nudge",
    allowedDependencies = {"shared", "directory", "register", "outbox"})
package eu.jalon.nudge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
