/** Letters that survive: written in the sender's transaction, sent at least once. */
@NullMarked
@ApplicationModule(displayName = "outbox", allowedDependencies = "shared")
package eu.jalon.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
