/** Questions from one lead ministry to the other. */
@NullMarked
@NamedInterface("question")
package eu.jalon.commitment.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
