/** The audit log. */
@NullMarked
package eu.jalon.api.audit;

import org.jspecify.annotations.NullMarked;
