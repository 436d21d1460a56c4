/** Internet messages (RFC 5322) written and read. */
@NullMarked
@NamedInterface("message")
package eu.jalon.mail.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
