/** Read models of the home page. */
@NullMarked
@ApplicationModule(
    displayName = "overview",
    allowedDependencies = {
      "actionitem",
      "actionitem :: form",
      "commitment",
      "directory",
      "meeting",
      "shared"
    })
package eu.jalon.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
