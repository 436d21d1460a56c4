/** What bounds the memory and the threads that requests can take. */
@NullMarked
package eu.jalon.security.limit;

import org.jspecify.annotations.NullMarked;
