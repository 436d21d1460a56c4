/** Sign-in by password: throttling, sessions, CSRF tokens, locale. */
@NullMarked
package eu.jalon.security.login;

import org.jspecify.annotations.NullMarked;
