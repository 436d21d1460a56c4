/** Writes sign-ins, sign-outs and refusals to the audit log. */
@NullMarked
package eu.jalon.security.trail;

import org.jspecify.annotations.NullMarked;
