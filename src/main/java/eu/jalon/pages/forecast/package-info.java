/** The forecast of emails. */
@NullMarked
package eu.jalon.pages.forecast;

import org.jspecify.annotations.NullMarked;
