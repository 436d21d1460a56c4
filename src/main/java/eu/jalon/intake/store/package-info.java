/** Keeps declarations under review and their drafts in the database. */
@NullMarked
package eu.jalon.intake.store;

import org.jspecify.annotations.NullMarked;
