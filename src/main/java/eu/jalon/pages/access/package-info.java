/** Signing in and choosing a language. */
@NullMarked
package eu.jalon.pages.access;

import org.jspecify.annotations.NullMarked;
