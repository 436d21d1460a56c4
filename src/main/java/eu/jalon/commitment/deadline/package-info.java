/** Deadline rules, and due dates relative to a deadline. */
@NullMarked
@NamedInterface("deadline")
package eu.jalon.commitment.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
