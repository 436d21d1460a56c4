/** Language versions of a document: their steps, and the drafts that these are paired with. */
@NullMarked
@NamedInterface("version")
package eu.jalon.intake.version;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
