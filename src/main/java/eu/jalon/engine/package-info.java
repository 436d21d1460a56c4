/** The only room that names the process engine; it implements the ports of the others. */
@NullMarked
@ApplicationModule(
    displayName = "engine",
    allowedDependencies = {"shared", "problem", "directory", "register", "nudge"})
package eu.jalon.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
