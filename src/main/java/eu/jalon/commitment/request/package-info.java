/** Requests for more time or another lead, and decisions at the closing of a meeting. */
@NullMarked
@NamedInterface("request")
package eu.jalon.commitment.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
