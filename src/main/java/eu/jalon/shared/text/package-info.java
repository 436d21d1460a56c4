/** Rules for user input: allowed characters, length, normalization for search, CSV. */
@NullMarked
package eu.jalon.shared.text;

import org.jspecify.annotations.NullMarked;
