/** The first page of focal points. */
@NullMarked
package eu.jalon.pages.work;

import org.jspecify.annotations.NullMarked;
