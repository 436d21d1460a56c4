/** The security filter chains. */
@NullMarked
package eu.jalon.security.configuration;

import org.jspecify.annotations.NullMarked;
