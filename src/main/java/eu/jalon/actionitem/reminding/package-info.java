/** Open action items with the inputs of the reminder policy. */
@NullMarked
@NamedInterface("reminding")
package eu.jalon.actionitem.reminding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
