/** What an operator does with the application: start, check, repair, forget. */
@NullMarked
@ApplicationModule(
    displayName = "operation",
    allowedDependencies = {"audit", "directory", "directory :: people", "shared"})
package eu.jalon.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
