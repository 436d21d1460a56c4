/** Values that check themselves, in plain Java; every module may use them. */
@NullMarked
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    displayName = "shared",
    allowedDependencies = {})
package eu.jalon.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
