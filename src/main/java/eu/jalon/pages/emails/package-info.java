/** The list of emails and the page of one. */
@NullMarked
package eu.jalon.pages.emails;

import org.jspecify.annotations.NullMarked;
