/** Errors, formats and lists that all resources share. */
@NullMarked
package eu.jalon.api.support;

import org.jspecify.annotations.NullMarked;
