/** Access rules by path, and filters that apply to single paths. */
@NullMarked
package eu.jalon.security.access;

import org.jspecify.annotations.NullMarked;
