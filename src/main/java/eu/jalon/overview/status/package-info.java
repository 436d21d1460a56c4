/** The status of themes and ministries for the report. */
@NullMarked
@NamedInterface("status")
package eu.jalon.overview.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
