/** The mailbox (IMAP) that delivery reports arrive in. */
@NullMarked
package eu.jalon.mail.mailbox;

import org.jspecify.annotations.NullMarked;
