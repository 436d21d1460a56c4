/** Acts on a commitment, with their previews. */
@NullMarked
package eu.jalon.pages.acts;

import org.jspecify.annotations.NullMarked;
