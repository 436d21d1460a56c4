/** Bounds what one user or one address can take: bodies, calls, trusted proxies. */
@NullMarked
package eu.jalon.security.limit;

import org.jspecify.annotations.NullMarked;
