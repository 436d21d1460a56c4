package eu.jalon;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Of Spring Boot's actuator only what health and information need. The other hundred parts offer
 * nothing here, and looking at each of them would cost a part of every start.
 */
final class ActuatorParts implements AutoConfigurationImportFilter {

  private static final String ACTUATOR = "org.springframework.boot.actuate.autoconfigure.";

  /** Spring asks about what the parts import as well; without that no endpoint had an address. */
  private static final String PART = "AutoConfiguration";

  private static final Set<String> WANTED =
      Set.of(
          "availability.AvailabilityHealthContributorAutoConfiguration",
          "availability.AvailabilityProbesAutoConfiguration",
          "endpoint.EndpointAutoConfiguration",
          "endpoint.jackson.JacksonEndpointAutoConfiguration",
          "endpoint.web.WebEndpointAutoConfiguration",
          "health.HealthContributorAutoConfiguration",
          "health.HealthEndpointAutoConfiguration",
          "info.InfoContributorAutoConfiguration",
          "info.InfoEndpointAutoConfiguration",
          "jdbc.DataSourceHealthContributorAutoConfiguration",
          "system.DiskSpaceHealthContributorAutoConfiguration",
          "web.server.ManagementContextAutoConfiguration",
          "web.servlet.ServletManagementContextAutoConfiguration");

  @Override
  public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
    boolean[] wanted = new boolean[classes.length];
    for (int i = 0; i < classes.length; i++) {
      String name = classes[i];
      wanted[i] =
          name == null
              || !name.startsWith(ACTUATOR)
              || !name.endsWith(PART)
              || WANTED.contains(name.substring(ACTUATOR.length()));
    }
    return wanted;
  }
}
