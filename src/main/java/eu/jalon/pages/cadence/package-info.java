/** The table of reminders, put into words. */
@NullMarked
package eu.jalon.pages.cadence;

import org.jspecify.annotations.NullMarked;
