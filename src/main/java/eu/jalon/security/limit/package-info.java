/** Limits on the requests of one user or one address, and checks of paths and proxies. */
@NullMarked
package eu.jalon.security.limit;

import org.jspecify.annotations.NullMarked;
