/** Merging a ministry into another one. */
@NullMarked
@NamedInterface("merge")
package eu.jalon.transition.merge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
