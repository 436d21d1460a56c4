/** The port to the engine that runs one process for each commitment. */
@NullMarked
@NamedInterface("process")
package eu.jalon.commitment.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
