/** Parts of charts: one stacked bar, one time scale. */
@NullMarked
package eu.jalon.pages.chart;

import org.jspecify.annotations.NullMarked;
