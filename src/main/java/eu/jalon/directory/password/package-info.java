/** Links sent by e-mail that let people set a password once. */
@NullMarked
@NamedInterface("password")
package eu.jalon.directory.password;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
