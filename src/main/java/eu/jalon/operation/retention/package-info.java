/** Deletes what has been kept long enough. */
@NullMarked
@NamedInterface("retention")
package eu.jalon.operation.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
