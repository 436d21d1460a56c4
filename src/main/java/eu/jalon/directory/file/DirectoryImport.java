package eu.jalon.directory.file;

import eu.jalon.directory.Directory;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Updates the directory from the configured YAML file at each start. */
@Component
@ConditionalOnProperty("jalon.directory.file")
class DirectoryImport implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryImport.class);

  private final Directory directory;
  private final Resource file;

  DirectoryImport(Directory directory, @Value("${jalon.directory.file}") Resource file) {
    this.directory = directory;
    this.file = file;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    try (InputStream in = file.getInputStream()) {
      DirectoryFile read = DirectoryFile.read(in);
      directory.enter(read.ministries(), read.people());
      LOG.info(
          "Directory updated: {} ministries and {} people from {}",
          read.ministries().size(),
          read.people().size(),
          file.getDescription());
    }
  }
}
