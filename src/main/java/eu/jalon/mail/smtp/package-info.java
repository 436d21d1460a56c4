/** The relay: SMTP (RFC 5321), or a folder where none is configured. */
@NullMarked
package eu.jalon.mail.smtp;

import org.jspecify.annotations.NullMarked;
