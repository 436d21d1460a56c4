/** The mail journal. */
@NullMarked
package eu.jalon.pages.emails;

import org.jspecify.annotations.NullMarked;
