/** Tells open pages that somebody else changed something. */
@NullMarked
package eu.jalon.pages.live;

import org.jspecify.annotations.NullMarked;
