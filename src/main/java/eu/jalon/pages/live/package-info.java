/** Notifies open pages of changes. */
@NullMarked
package eu.jalon.pages.live;

import org.jspecify.annotations.NullMarked;
