/** A user's email settings and absences. */
@NullMarked
package eu.jalon.pages.settings;

import org.jspecify.annotations.NullMarked;
