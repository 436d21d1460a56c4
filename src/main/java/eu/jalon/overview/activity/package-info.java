/** Read models of the first page of a ministry's focal points. */
@NullMarked
@NamedInterface("activity")
package eu.jalon.overview.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
