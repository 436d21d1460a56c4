/** Updates due dates of open action items when a deadline changes. */
@NullMarked
@NamedInterface("duedate")
package eu.jalon.actionitem.duedate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
