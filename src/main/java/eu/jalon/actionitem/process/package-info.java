/** The position of a commitment's process in its model. */
@NullMarked
@NamedInterface("process")
package eu.jalon.actionitem.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
