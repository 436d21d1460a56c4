/** Parties, ministries, people and their roles, and what each role may see. */
@NullMarked
@ApplicationModule(
    displayName = "directory",
    allowedDependencies = {"shared"})
package eu.jalon.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
