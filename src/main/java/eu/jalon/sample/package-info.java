/** Sample data and accounts of the demo profile. */
@NullMarked
@ApplicationModule(
    displayName = "sample",
    allowedDependencies = {
      "actionitem",
      "actionitem :: form",
      "commitment",
      "commitment :: deadline",
      "commitment :: entry",
      "directory",
      "directory :: calendar",
      "directory :: file",
      "meeting",
      "shared"
    })
package eu.jalon.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
