/** The reminder policy. */
@NullMarked
package eu.jalon.pages.policy;

import org.jspecify.annotations.NullMarked;
