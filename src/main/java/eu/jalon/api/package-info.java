/** The REST API, by resource. */
@NullMarked
@ApplicationModule(
    displayName = "api",
    allowedDependencies = {
      "actionitem",
      "actionitem :: autosave",
      "actionitem :: duedate",
      "actionitem :: evidence",
      "actionitem :: form",
      "audit",
      "commitment",
      "commitment :: action",
      "commitment :: deadline",
      "commitment :: entry",
      "commitment :: follow",
      "commitment :: process",
      "commitment :: proposal",
      "commitment :: question",
      "commitment :: request",
      "directory",
      "directory :: absence",
      "directory :: ministry",
      "directory :: password",
      "directory :: people",
      "intake",
      "intake :: draft",
      "intake :: pair",
      "intake :: sheet",
      "intake :: tracking",
      "intake :: version",
      "mail",
      "meeting",
      "problem",
      "reminder",
      "reminder :: calendar",
      "reminder :: email",
      "reminder :: explain",
      "reminder :: manual",
      "reminder :: policy",
      "reminder :: round",
      "shared",
      "transition",
      "transition :: closing",
      "transition :: correction",
      "transition :: effect",
      "transition :: merge",
      "transition :: proposal"
    })
package eu.jalon.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
