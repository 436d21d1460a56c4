package eu.jalon.operation.settings;

import static eu.jalon.operation.settings.Profiles.POSTGRESQL;
import static eu.jalon.operation.settings.Profiles.PRODUCTION;

import eu.jalon.shared.InvalidSettingException;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Refuses, under the profile {@code production}, the defaults that only suit a trial: the database
 * in a file, the address of this machine, a sender at an example domain, e-mails written to a
 * folder.
 */
final class ProductionSettings {

  private static final Pattern EXAMPLE =
      Pattern.compile("(?i).*[@.](?:example|test|invalid|localhost|example\\.(?:com|net|org))");
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(?i)https?://(?:localhost|127\\.[0-9.]+|\\[::1])(?:[:/].*)?");

  private ProductionSettings() {}

  /**
   * @throws InvalidSettingException with the first setting that is wrong
   */
  static void check(ConfigurableEnvironment environment) {
    if (!environment.matchesProfiles(PRODUCTION)) {
      return;
    }
    KnownSettings.read().check(environment);
    database(environment);
    baseUrl(environment);
    mail(environment);
    if (isSet(environment, "jalon.clock.start")) {
      throw new InvalidSettingException(
          "jalon.clock.start is for trials only: remove it under production.");
    }
  }

  private static void database(Environment environment) {
    if (!environment.matchesProfiles(POSTGRESQL)) {
      throw new InvalidSettingException(
          "spring.profiles.active is production without postgresql, which would keep the data in a file of H2: set it to postgresql,production.");
    }
    String url = environment.getProperty("spring.datasource.url", "");
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new InvalidSettingException(
          "spring.datasource.url is %s: under production it must begin with jdbc:postgresql:."
              .formatted(url));
    }
  }

  private static void baseUrl(Environment environment) {
    String url = environment.getProperty("jalon.base-url", "");
    if (!url.startsWith("https://") || THIS_MACHINE.matcher(url).matches()) {
      throw new InvalidSettingException(
          "jalon.base-url is %s: under production it must be the https address that users open, such as https://jalon.example.org."
              .formatted(url));
    }
  }

  private static void mail(Environment environment) {
    String from = environment.getProperty("jalon.mail.from", "");
    if (from.isBlank() || EXAMPLE.matcher(from).matches()) {
      throw new InvalidSettingException(
          "jalon.mail.from is %s: under production it must be an address of your own domain."
              .formatted(from.isBlank() ? "not set" : from));
    }
    if (!isSet(environment, "spring.mail.host") && !isSet(environment, "jalon.mail.folder")) {
      throw new InvalidSettingException(
          "spring.mail.host is not set: name the relay (SMTP), or set jalon.mail.folder to write e-mails to a folder.");
    }
  }

  private static boolean isSet(Environment environment, String property) {
    return !environment.getProperty(property, "").isBlank();
  }
}
