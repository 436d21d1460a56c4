/** What a text may hold, how texts are compared, and how values are read and written as text. */
@NullMarked
package eu.jalon.shared.text;

import org.jspecify.annotations.NullMarked;
