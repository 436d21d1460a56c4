/** The audit log: who signed in, was refused or changed something. Append-only. */
@NullMarked
@ApplicationModule(
    displayName = "audit",
    allowedDependencies = {"shared"})
package eu.jalon.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
