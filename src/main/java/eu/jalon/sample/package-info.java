/** Sample data and accounts of the demo profile. */
@NullMarked
@ApplicationModule(
    displayName = "sample",
    allowedDependencies = {
      "actionitem",
      "actionitem :: evidence",
      "actionitem :: form",
      "commitment",
      "commitment :: action",
      "commitment :: deadline",
      "commitment :: entry",
      "commitment :: process",
      "commitment :: question",
      "directory",
      "directory :: calendar",
      "directory :: file",
      "mail",
      "mail :: bounce",
      "mail :: queue",
      "meeting",
      "reminder :: manual",
      "shared",
      "transition"
    })
package eu.jalon.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
