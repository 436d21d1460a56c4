/** The list of commitments and the page of each. */
@NullMarked
package eu.jalon.pages.commitments;

import org.jspecify.annotations.NullMarked;
