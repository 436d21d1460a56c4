/** The tracking sheet of a ministry: previewed row by row, then applied as drafts. */
@NullMarked
@NamedInterface("tracking")
package eu.jalon.intake.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
