/** Processes a repeated request once. */
@NullMarked
@ApplicationModule(
    displayName = "idempotency",
    allowedDependencies = {"shared"})
package eu.jalon.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
