/** Which changes of commitments people must hear of, and what digests tell them. */
@NullMarked
package eu.jalon.reminder.news;

import org.jspecify.annotations.NullMarked;
