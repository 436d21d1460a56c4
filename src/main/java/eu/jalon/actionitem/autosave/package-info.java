/** Autosaved forms: what a user typed and has not sent. */
@NullMarked
@NamedInterface("autosave")
package eu.jalon.actionitem.autosave;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
