/** The steps of a process and the forms that complete them. */
@NullMarked
@NamedInterface("form")
package eu.jalon.actionitem.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
