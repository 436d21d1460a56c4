/** Takes e-mails from the queue under a lease and hands them to the relay. */
@NullMarked
@NamedInterface("queue")
package eu.jalon.mail.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
