/** Sends messages: by SMTP (RFC 5321), or to a folder if no relay is configured. */
@NullMarked
package eu.jalon.mail.smtp;

import org.jspecify.annotations.NullMarked;
