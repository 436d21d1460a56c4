/** Open action items with what the reminder policy needs to know. */
@NullMarked
@NamedInterface("reminding")
package eu.jalon.actionitem.reminding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
