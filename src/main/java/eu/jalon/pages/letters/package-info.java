/** The journal of letters. */
@NullMarked
package eu.jalon.pages.letters;

import org.jspecify.annotations.NullMarked;
