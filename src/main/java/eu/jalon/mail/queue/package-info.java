/** Claims e-mails from the queue under a lease and sends them through the relay. */
@NullMarked
@NamedInterface("queue")
package eu.jalon.mail.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
