/** Evidence files attached to progress reports. */
@NullMarked
@NamedInterface("evidence")
package eu.jalon.actionitem.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
