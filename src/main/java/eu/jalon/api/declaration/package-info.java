/** Declarations and their draft commitments. */
@NullMarked
package eu.jalon.api.declaration;

import org.jspecify.annotations.NullMarked;
