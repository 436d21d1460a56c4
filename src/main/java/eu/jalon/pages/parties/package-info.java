/** Parties and series, which administrators enter and change. */
@NullMarked
package eu.jalon.pages.parties;

import org.jspecify.annotations.NullMarked;
