/** Reads delivery reports from a mailbox by IMAP. */
@NullMarked
package eu.jalon.mail.mailbox;

import org.jspecify.annotations.NullMarked;
