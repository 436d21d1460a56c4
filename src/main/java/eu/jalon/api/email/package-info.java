/** The mail journal. */
@NullMarked
package eu.jalon.api.email;

import org.jspecify.annotations.NullMarked;
