/** Adding, changing, replacing, closing and erasing people. */
@NullMarked
@NamedInterface("people")
package eu.jalon.directory.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
