/** Composes the status report. */
@NullMarked
@NamedInterface("note")
package eu.jalon.report.note;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
