/** Who signed in, was refused or did something: written once, never changed. */
@NullMarked
@ApplicationModule(displayName = "audit", allowedDependencies = "shared")
package eu.jalon.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
