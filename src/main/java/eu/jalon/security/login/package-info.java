/** Sign-in by password: throttling, sessions, CSRF tokens, locale. */
@NullMarked
@NamedInterface("login")
package eu.jalon.security.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
