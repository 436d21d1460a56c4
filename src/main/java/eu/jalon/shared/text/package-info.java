/** The rules for text that users type: allowed characters, length, folding for search. */
@NullMarked
package eu.jalon.shared.text;

import org.jspecify.annotations.NullMarked;
