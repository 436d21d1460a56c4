package eu.jalon.virusscan;

import eu.jalon.shared.Fault;
import eu.jalon.shared.FaultSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The configured virus scanner, if there is one. */
@Component
@EnableConfigurationProperties(VirusScanProperties.class)
class VirusScan implements FaultSource {

  private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);

  private final VirusScanProperties properties;

  VirusScan(VirusScanProperties properties) {
    this.properties = properties;
  }

  boolean isConfigured() {
    return properties.isConfigured();
  }

  /**
   * Scans a file; without a scanner it finds nothing.
   *
   * @return the name of what was found
   * @throws IOException if the file could not be scanned
   */
  Optional<String> scan(InputStream content) throws IOException {
    return isConfigured() ? properties.client().scan(content) : Optional.empty();
  }

  /** Whether the configured scanner answers. */
  boolean answers() {
    try {
      properties.client().ping();
      return true;
    } catch (IOException away) {
      LOG.warn("Uploaded files are refused: {}", away.getMessage());
      return false;
    }
  }

  @Override
  public List<Fault> faults() {
    return isConfigured() && !answers()
        ? List.of(Fault.of(Fault.Kind.VIRUS_SCANNER_AWAY))
        : List.of();
  }
}
