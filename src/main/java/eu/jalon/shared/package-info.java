/** Self-validating values and text rules in plain Java, used by every module. */
@NullMarked
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    displayName = "shared",
    allowedDependencies = {})
package eu.jalon.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
