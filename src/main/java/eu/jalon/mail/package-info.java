/** The mail queue: e-mails are queued in the caller's transaction and sent at least once. */
@NullMarked
@ApplicationModule(
    displayName = "mail",
    allowedDependencies = {"shared"})
package eu.jalon.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
