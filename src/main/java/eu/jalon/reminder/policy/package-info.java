/** The reminder policy (DMN) in force. */
@NullMarked
@NamedInterface("policy")
package eu.jalon.reminder.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
