/** One action on the commitments of several action items, all or none. */
@NullMarked
@NamedInterface("bulk")
package eu.jalon.actionitem.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
