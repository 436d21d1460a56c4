/** Ministries, the people who work for them, their languages and their working days. */
@NullMarked
@ApplicationModule(displayName = "directory", allowedDependencies = "shared")
package eu.jalon.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
