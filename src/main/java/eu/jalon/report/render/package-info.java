/** The report as PDF and ODT. */
@NullMarked
@NamedInterface("render")
package eu.jalon.report.render;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
