package eu.jalon.directory.file;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
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
  private final Parties parties;
  private final Resource file;

  DirectoryImport(
      Directory directory, Parties parties, @Value("${jalon.directory.file}") Resource file) {
    this.directory = directory;
    this.parties = parties;
    this.file = file;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    try (InputStream in = file.getInputStream()) {
      DirectoryFile read = DirectoryFile.read(in);
      parties.enter(read.parties(), read.series());
      directory.enter(read.ministries(), read.people());
      LOG.info(
          "Directory updated: {} parties, {} series, {} ministries and {} people from {}",
          read.parties().size(),
          read.series().size(),
          read.ministries().size(),
          read.people().size(),
          file.getDescription());
    }
  }
}
