/** The summits of the series, and the acts that move and close the next one. */
@NullMarked
package eu.jalon.pages.summits;

import org.jspecify.annotations.NullMarked;
