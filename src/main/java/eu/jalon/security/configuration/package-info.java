/** The security filter chains and the configuration of Spring MVC. */
@NullMarked
package eu.jalon.security.configuration;

import org.jspecify.annotations.NullMarked;
