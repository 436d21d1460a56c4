package eu.jalon.operation.command;

import eu.jalon.operation.settings.SettingSentence;
import eu.jalon.shared.InvalidSettingException;
import eu.jalon.shared.SettingCheck;
import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** Checks the settings and the database, starts nothing and stores nothing. */
final class CheckCommand implements Command {

  /** Only the checks of the modules, and a database that is not migrated. */
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    ProjectInfoAutoConfiguration.class
  })
  @ComponentScan(
      basePackages = "eu.jalon",
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SettingCheck.class))
  static class Checks {

    @Bean
    FlywayMigrationStrategy noMigration() {
      return flyway -> {};
    }
  }

  @Override
  public String usage() {
    return "check                     checks the settings and the database, and starts nothing";
  }

  @Override
  public boolean accepts(String name, int arguments) {
    return name.equals("check") && arguments == 0;
  }

  @Override
  public void run(List<String> arguments, String[] settings, PrintStream out) {
    int faults = 0;
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Checks.class).web(WebApplicationType.NONE).run(settings)) {
      for (SettingCheck check :
          context.getBeanProvider(SettingCheck.class).orderedStream().toList()) {
        try {
          out.println("ok     " + check.check());
        } catch (InvalidSettingException wrong) {
          out.println("FAULT  " + SettingSentence.of(wrong));
          faults++;
        }
      }
    }
    if (faults > 0) {
      throw new CommandFailedException("Jalon will not work: faults found: " + faults);
    }
    out.println("Nothing was started or changed.");
  }
}
