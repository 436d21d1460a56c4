/** The tracking sheet that a ministry keeps: previewed row by row, then taken over as drafts. */
@NullMarked
@NamedInterface("tracking")
package eu.jalon.intake.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
