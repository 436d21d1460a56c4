/** Pairs the steps of two language versions of a document, and parts a bilingual one; pure. */
@NullMarked
@NamedInterface("pair")
package eu.jalon.intake.pair;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
