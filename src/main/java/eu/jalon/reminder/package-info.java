/** Decides who is reminded of which action item on a day, and records why not. */
@NullMarked
@ApplicationModule(
    displayName = "reminder",
    allowedDependencies = {
      "actionitem",
      "actionitem :: bulk",
      "actionitem :: form",
      "actionitem :: reminding",
      "commitment",
      "commitment :: deadline",
      "commitment :: proposal",
      "commitment :: question",
      "directory",
      "directory :: absence",
      "directory :: cache",
      "directory :: calendar",
      "directory :: password",
      "mail",
      "mail :: bounce",
      "mail :: message",
      "meeting",
      "shared"
    })
package eu.jalon.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
