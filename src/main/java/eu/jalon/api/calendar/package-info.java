/** The calendar of deadlines. */
@NullMarked
package eu.jalon.api.calendar;

import org.jspecify.annotations.NullMarked;
