/** What leaves the register: exports and the status report. */
@NullMarked
@ApplicationModule(
    displayName = "report",
    allowedDependencies = {"shared", "directory", "register"})
package eu.jalon.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
