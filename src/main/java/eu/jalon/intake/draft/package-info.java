/** The drafts of commitments that a coordinator reviews, and the declaration they belong to. */
@NullMarked
@NamedInterface("draft")
package eu.jalon.intake.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
