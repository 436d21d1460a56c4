/** Charts: the stacked bar and the time scale. */
@NullMarked
package eu.jalon.pages.chart;

import org.jspecify.annotations.NullMarked;
