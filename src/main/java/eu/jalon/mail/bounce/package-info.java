/** Delivery reports (RFC 3464) and the addresses they declare undeliverable. */
@NullMarked
@NamedInterface("bounce")
package eu.jalon.mail.bounce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
