/** Records in the register what happens to tasks and requests in the engine. */
@NullMarked
@NamedInterface("record")
package eu.jalon.actionitem.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
