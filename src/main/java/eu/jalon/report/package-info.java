/** Exports of the register: tables, the status report and evaluations. */
@NullMarked
@ApplicationModule(
    displayName = "report",
    allowedDependencies = {"commitment", "directory", "meeting", "overview :: status", "shared"})
package eu.jalon.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
