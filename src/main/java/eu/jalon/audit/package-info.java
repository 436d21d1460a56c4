/** The append-only audit log of sign-ins, denied requests and changes. */
@NullMarked
@ApplicationModule(
    displayName = "audit",
    allowedDependencies = {"shared"})
package eu.jalon.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
