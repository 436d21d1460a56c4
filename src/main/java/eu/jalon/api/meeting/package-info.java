/** Meetings: list, move and close. */
@NullMarked
package eu.jalon.api.meeting;

import org.jspecify.annotations.NullMarked;
