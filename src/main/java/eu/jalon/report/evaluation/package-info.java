/** Evaluations of themes, drafted from progress reports. */
@NullMarked
@NamedInterface("evaluation")
package eu.jalon.report.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
