/** Tables as CSV and XLSX. */
@NullMarked
@NamedInterface("table")
package eu.jalon.report.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
