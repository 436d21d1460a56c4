/** One act for several identical requests: a double click, or a retry with an idempotency key. */
@NullMarked
@ApplicationModule(displayName = "idempotency", allowedDependencies = "shared")
package eu.jalon.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
