/** Evidence files of progress reports, and what associated ministries contribute. */
@NullMarked
@NamedInterface("evidence")
package eu.jalon.actionitem.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
