/** How letters leave the house; the only package that names JavaMail. */
@NullMarked
package eu.jalon.outbox.smtp;

import org.jspecify.annotations.NullMarked;
