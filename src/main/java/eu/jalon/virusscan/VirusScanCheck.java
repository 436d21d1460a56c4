package eu.jalon.virusscan;

import eu.jalon.shared.InvalidSettingException;
import eu.jalon.shared.SettingCheck;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Asks the virus scanner whether it answers. */
@EnableConfigurationProperties(VirusScanProperties.class)
class VirusScanCheck implements SettingCheck {

  private final VirusScanProperties properties;

  VirusScanCheck(VirusScanProperties properties) {
    this.properties = properties;
  }

  @Override
  public String check() {
    if (!properties.isConfigured()) {
      return "jalon.virus-scan.clamd: not set, uploaded files are not scanned";
    }
    try {
      properties.client().ping();
      return "jalon.virus-scan.clamd: %s answers".formatted(properties.clamd());
    } catch (IOException away) {
      throw new InvalidSettingException(
          "jalon.virus-scan.clamd is \"%s\": %s".formatted(properties.clamd(), away.getMessage()),
          away);
    }
  }
}
