/** The blocks and texts that the report consists of. */
@NullMarked
@NamedInterface("document")
package eu.jalon.report.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
