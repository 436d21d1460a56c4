/** Commitments, actions on them, and questions. */
@NullMarked
package eu.jalon.api.commitment;

import org.jspecify.annotations.NullMarked;
