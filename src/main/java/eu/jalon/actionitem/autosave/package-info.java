/** Unsent input of forms. */
@NullMarked
@NamedInterface("autosave")
package eu.jalon.actionitem.autosave;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
