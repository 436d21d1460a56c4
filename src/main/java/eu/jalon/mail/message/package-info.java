/** Writes and reads messages (RFC 5322). */
@NullMarked
@NamedInterface("message")
package eu.jalon.mail.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
