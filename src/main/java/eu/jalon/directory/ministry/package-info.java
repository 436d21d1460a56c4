/** Adding and renaming ministries. */
@NullMarked
@NamedInterface("ministry")
package eu.jalon.directory.ministry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
