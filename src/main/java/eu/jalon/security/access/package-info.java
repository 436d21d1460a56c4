/** Access rules by path, and the filter in front of the engine's REST API. */
@NullMarked
package eu.jalon.security.access;

import org.jspecify.annotations.NullMarked;
