/** Converts exceptions to localized messages and HTTP statuses. */
@NullMarked
@ApplicationModule(
    displayName = "problem",
    allowedDependencies = {"shared"})
package eu.jalon.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
