/** Processes delivery reports (RFC 3464) and stores undeliverable addresses. */
@NullMarked
@NamedInterface("bounce")
package eu.jalon.mail.bounce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
