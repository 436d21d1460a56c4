/** The one place that turns an error into a sentence and an HTTP status. */
@NullMarked
@ApplicationModule(
    displayName = "problem",
    allowedDependencies = {"shared"})
package eu.jalon.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
