package eu.jalon.operation.settings;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Checks the settings before anything is built, and lets settings name files by a plain path. */
public final class SettingsInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context.addProtocolResolver(new PlainPathResolver());
    Profiles.check(context.getEnvironment());
    ProductionSettings.check(context.getEnvironment());
  }
}
