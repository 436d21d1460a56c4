/** Action items: the read model of the engine's user tasks. */
@NullMarked
@ApplicationModule(
    displayName = "actionitem",
    allowedDependencies = {
      "commitment",
      "commitment :: action",
      "commitment :: deadline",
      "commitment :: entry",
      "commitment :: process",
      "commitment :: proposal",
      "commitment :: request",
      "directory",
      "directory :: calendar",
      "mail :: message",
      "meeting",
      "shared"
    })
package eu.jalon.actionitem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
