package eu.jalon.operation.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.ProtocolResolver;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** Finds an existing file by its path, without the prefix {@code file:}. */
final class PlainPathResolver implements ProtocolResolver {

  @Override
  public @Nullable Resource resolve(String location, ResourceLoader loader) {
    try {
      return Files.isRegularFile(Path.of(location)) ? new FileSystemResource(location) : null;
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }
}
