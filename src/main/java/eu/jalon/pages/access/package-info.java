/** Login, sessions and language. */
@NullMarked
package eu.jalon.pages.access;

import org.jspecify.annotations.NullMarked;
