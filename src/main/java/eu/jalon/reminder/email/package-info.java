/** Composes the e-mails of each kind when they are sent. */
@NullMarked
@NamedInterface("email")
package eu.jalon.reminder.email;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
