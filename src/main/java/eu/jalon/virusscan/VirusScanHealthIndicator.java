package eu.jalon.virusscan;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says whether uploaded files are scanned for viruses; {@code WAITING} if the scanner does not
 * answer, so that files are refused, which does not require a restart.
 */
@Component
class VirusScanHealthIndicator extends AbstractHealthIndicator {

  private static final Status WAITING = new Status("WAITING", "The scanner does not answer");
  private static final String FILES = "uploadedFiles";

  private final VirusScan scan;

  VirusScanHealthIndicator(VirusScan scan) {
    super("The virus scanner cannot be asked");
    this.scan = scan;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    if (!scan.isConfigured()) {
      builder.up().withDetail(FILES, "not scanned");
    } else if (scan.answers()) {
      builder.up().withDetail(FILES, "scanned");
    } else {
      builder.status(WAITING).withDetail(FILES, "refused, the scanner does not answer");
    }
  }
}
