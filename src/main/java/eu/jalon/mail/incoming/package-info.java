/** Reads the mailbox of delivery reports and replies. */
@NullMarked
@NamedInterface("incoming")
package eu.jalon.mail.incoming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
