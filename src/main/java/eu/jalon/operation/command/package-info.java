/** Commands of the jar, which run instead of the application: {@code java -jar jalon.jar check}. */
@NullMarked
@NamedInterface("command")
package eu.jalon.operation.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
