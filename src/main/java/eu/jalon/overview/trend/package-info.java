/** The number of open, late and closed commitments over time. */
@NullMarked
@NamedInterface("trend")
package eu.jalon.overview.trend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
