/** The only module that uses Camunda; it implements the interfaces that other modules declare. */
@NullMarked
@ApplicationModule(
    displayName = "engine",
    allowedDependencies = {
      "actionitem",
      "actionitem :: form",
      "actionitem :: process",
      "actionitem :: record",
      "commitment",
      "commitment :: deadline",
      "commitment :: process",
      "commitment :: request",
      "directory",
      "directory :: calendar",
      "meeting",
      "operation :: standby",
      "problem",
      "reminder :: policy",
      "shared"
    })
package eu.jalon.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
