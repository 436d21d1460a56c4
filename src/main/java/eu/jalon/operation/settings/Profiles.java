package eu.jalon.operation.settings;

import eu.jalon.shared.InvalidSettingException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Refuses profiles that do not exist, of which a typing error would leave the defaults in force.
 */
final class Profiles {

  static final String PRODUCTION = "production";
  static final String DEMO = "demo";
  static final String POSTGRESQL = "postgresql";

  private static final Set<String> KNOWN =
      new TreeSet<>(Set.of(PRODUCTION, DEMO, POSTGRESQL, "test"));

  private Profiles() {}

  /**
   * @throws InvalidSettingException for a profile that is neither known nor has a file {@code
   *     application-<profile>}, or if the demo is combined with production
   */
  static void check(ConfigurableEnvironment environment) {
    List<String> active = Arrays.asList(environment.getActiveProfiles());
    for (String profile : active) {
      if (!KNOWN.contains(profile) && !hasFile(environment, profile)) {
        throw new InvalidSettingException(
            "spring.profiles.active names the profile %s, which does not exist: use %s, or add a file application-%s.yaml."
                .formatted(profile, String.join(", ", KNOWN), profile));
      }
    }
    if (active.contains(PRODUCTION) && active.contains(DEMO)) {
      throw new InvalidSettingException(
          "spring.profiles.active combines production and demo, whose passwords are published: remove demo.");
    }
  }

  private static boolean hasFile(ConfigurableEnvironment environment, String profile) {
    return environment.getPropertySources().stream()
        .anyMatch(source -> source.getName().contains("application-" + profile + "."));
  }
}
