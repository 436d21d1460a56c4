/** Sign-in by OpenID Connect, and bearer tokens for the API. */
@NullMarked
@NamedInterface("oidc")
package eu.jalon.security.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
