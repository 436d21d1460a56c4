/** Moving and closing a meeting, with the dependent commitments and action items. */
@NullMarked
@ApplicationModule(
    displayName = "transition",
    allowedDependencies = {
      "actionitem :: duedate",
      "commitment",
      "commitment :: action",
      "commitment :: deadline",
      "commitment :: entry",
      "commitment :: process",
      "commitment :: request",
      "directory",
      "directory :: calendar",
      "meeting",
      "shared"
    })
package eu.jalon.transition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
