/** The sample register and its accounts, in the demo profile only. */
@NullMarked
@ApplicationModule(
    displayName = "sample",
    allowedDependencies = {"shared", "directory", "register"})
package eu.jalon.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
