/** Saved views of the list of commitments. */
@NullMarked
package eu.jalon.pages.views;

import org.jspecify.annotations.NullMarked;
