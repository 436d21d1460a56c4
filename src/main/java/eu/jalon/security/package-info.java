/** Sign-in for the pages, the API and the engine's web apps. */
@NullMarked
@ApplicationModule(
    displayName = "security",
    allowedDependencies = {"audit", "directory", "problem", "shared"})
package eu.jalon.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
