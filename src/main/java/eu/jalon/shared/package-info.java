/** Values that check themselves; pure Java, known to every room. */
@NullMarked
@ApplicationModule(
    displayName = "shared",
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
package eu.jalon.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
