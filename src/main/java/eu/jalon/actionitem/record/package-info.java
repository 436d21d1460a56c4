/** Records user tasks and requests of the engine in the read model. */
@NullMarked
@NamedInterface("record")
package eu.jalon.actionitem.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
