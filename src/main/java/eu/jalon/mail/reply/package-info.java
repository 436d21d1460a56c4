/** Replies that people send to e-mails: kept, and put before coordinators. */
@NullMarked
@NamedInterface("reply")
package eu.jalon.mail.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
