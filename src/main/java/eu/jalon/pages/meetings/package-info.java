/** Meetings: list, preview, move and close. */
@NullMarked
package eu.jalon.pages.meetings;

import org.jspecify.annotations.NullMarked;
