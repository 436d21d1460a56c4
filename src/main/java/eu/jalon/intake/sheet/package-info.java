/** Reads the tracking sheet that a ministry keeps: which column holds what, row by row; pure. */
@NullMarked
@NamedInterface("sheet")
package eu.jalon.intake.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
