/** Validation errors and errors of the framework as sentences in the reader's language. */
@NullMarked
@ApplicationModule(displayName = "problem", allowedDependencies = "shared")
package eu.jalon.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
