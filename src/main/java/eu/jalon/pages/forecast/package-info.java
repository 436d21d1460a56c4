/** The emails to come until the next summit. */
@NullMarked
package eu.jalon.pages.forecast;

import org.jspecify.annotations.NullMarked;
