/** Sign-in with passkeys (Web Authentication, W3C). */
@NullMarked
@NamedInterface("passkey")
package eu.jalon.security.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
