/** Actions of coordinators and lead ministries on one commitment. */
@NullMarked
@NamedInterface("action")
package eu.jalon.commitment.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
