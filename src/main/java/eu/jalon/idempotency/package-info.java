/** Lets a repeated request act once. */
@NullMarked
@ApplicationModule(
    displayName = "idempotency",
    allowedDependencies = {"shared"})
package eu.jalon.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
