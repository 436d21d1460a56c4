/** Sign-in by password: throttle, first administrator, sessions. */
@NullMarked
package eu.jalon.security.login;

import org.jspecify.annotations.NullMarked;
