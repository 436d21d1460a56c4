/** Import and export of ministries and people as files. */
@NullMarked
@NamedInterface("file")
package eu.jalon.directory.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
