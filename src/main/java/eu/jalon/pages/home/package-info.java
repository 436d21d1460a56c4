/** The coordinator's home. */
@NullMarked
package eu.jalon.pages.home;

import org.jspecify.annotations.NullMarked;
