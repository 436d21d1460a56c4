/** Moving and closing a meeting and correcting a commitment, with all that depends on it. */
@NullMarked
@ApplicationModule(
    displayName = "transition",
    allowedDependencies = {
      "actionitem",
      "actionitem :: duedate",
      "actionitem :: form",
      "actionitem :: record",
      "commitment",
      "commitment :: action",
      "commitment :: deadline",
      "commitment :: entry",
      "commitment :: process",
      "commitment :: proposal",
      "commitment :: question",
      "commitment :: request",
      "directory",
      "directory :: calendar",
      "mail",
      "meeting",
      "shared"
    })
package eu.jalon.transition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
