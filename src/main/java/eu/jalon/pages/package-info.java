/** Server-rendered pages, by feature. */
@NullMarked
@ApplicationModule(
    displayName = "pages",
    allowedDependencies = {
      "actionitem",
      "actionitem :: bulk",
      "actionitem :: evidence",
      "actionitem :: form",
      "actionitem :: process",
      "audit",
      "commitment",
      "commitment :: action",
      "commitment :: deadline",
      "commitment :: entry",
      "commitment :: process",
      "commitment :: question",
      "commitment :: request",
      "directory",
      "directory :: absence",
      "directory :: calendar",
      "directory :: file",
      "intake",
      "intake :: draft",
      "mail",
      "mail :: bounce",
      "mail :: message",
      "meeting",
      "overview",
      "overview :: overdue",
      "overview :: trend",
      "problem",
      "reminder",
      "reminder :: email",
      "reminder :: explain",
      "reminder :: manual",
      "reminder :: policy",
      "reminder :: round",
      "reminder :: wording",
      "report :: document",
      "report :: evaluation",
      "report :: note",
      "report :: render",
      "report :: table",
      "security :: oidc",
      "shared",
      "transition"
    })
package eu.jalon.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
