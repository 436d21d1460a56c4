/** Writes sign-ins, sign-outs, actions and rejections to the audit log. */
@NullMarked
package eu.jalon.security.trail;

import org.jspecify.annotations.NullMarked;
