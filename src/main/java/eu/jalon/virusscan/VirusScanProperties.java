package eu.jalon.virusscan;

import eu.jalon.shared.InvalidSettingException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The virus scanner for uploaded files.
 *
 * @param clamd host and TCP port of a ClamAV daemon, {@code host:3310}; empty if files are not
 *     scanned
 * @param timeout the longest time for one file, from 1 second to 2 minutes
 */
@ConfigurationProperties("jalon.virus-scan")
record VirusScanProperties(@DefaultValue("") String clamd, @DefaultValue("20s") Duration timeout) {

  private static final Pattern ADDRESS =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[\\w.-]+):(\\d{1,5})");
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int LAST_PORT = 65_535;

  VirusScanProperties {
    if (!clamd.isBlank() && (!matcher(clamd).matches() || port(clamd) > LAST_PORT)) {
      throw new InvalidSettingException(
          "jalon.virus-scan.clamd is \"%s\": write the host and port of clamd as host:3310"
              .formatted(clamd));
    }
    if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw new InvalidSettingException(
          "jalon.virus-scan.timeout is %s: it must be from 1s to 2m".formatted(timeout));
    }
  }

  boolean isConfigured() {
    return !clamd.isBlank();
  }

  ClamdClient client() {
    Matcher address = matcher(clamd);
    if (!address.matches()) {
      throw new IllegalStateException("No scanner is configured");
    }
    return new ClamdClient(
        address.group(1).replaceAll("[\\[\\]]", ""), Integer.parseInt(address.group(2)), timeout);
  }

  private static Matcher matcher(String clamd) {
    return ADDRESS.matcher(clamd.strip());
  }

  private static int port(String clamd) {
    return Integer.parseInt(clamd.strip().substring(clamd.strip().lastIndexOf(':') + 1));
  }
}
