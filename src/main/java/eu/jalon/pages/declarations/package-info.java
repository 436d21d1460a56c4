/** A declaration from its upload to its launch. */
@NullMarked
package eu.jalon.pages.declarations;

import org.jspecify.annotations.NullMarked;
