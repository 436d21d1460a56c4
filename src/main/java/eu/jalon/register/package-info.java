/** Summits, commitments, owners, deadlines and the action items that follow from them. */
@NullMarked
@ApplicationModule(
    displayName = "register",
    allowedDependencies = {"shared", "directory"})
package eu.jalon.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
