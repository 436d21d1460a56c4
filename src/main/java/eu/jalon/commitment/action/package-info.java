/** What coordinators and lead ministries do with one commitment. */
@NullMarked
@NamedInterface("action")
package eu.jalon.commitment.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
