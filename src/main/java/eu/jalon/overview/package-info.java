/** Read models of the home page, the list of overdue items and the status report. */
@NullMarked
@ApplicationModule(
    displayName = "overview",
    allowedDependencies = {
      "actionitem",
      "actionitem :: form",
      "commitment",
      "commitment :: request",
      "directory",
      "meeting",
      "shared"
    })
package eu.jalon.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
