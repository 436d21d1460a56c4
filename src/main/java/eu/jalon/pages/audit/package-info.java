/** The audit log. */
@NullMarked
package eu.jalon.pages.audit;

import org.jspecify.annotations.NullMarked;
