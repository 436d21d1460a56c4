/** A cache of values that are read often and changed rarely. */
@NullMarked
@NamedInterface("cache")
package eu.jalon.directory.cache;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
