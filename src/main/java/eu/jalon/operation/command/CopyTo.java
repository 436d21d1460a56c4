package eu.jalon.operation.command;

import java.io.PrintStream;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Copies the database of the settings, on H2, to an empty database on PostgreSQL. The application
 * first creates the schema there, without its port and jobs.
 */
final class CopyTo implements Command {

  /** The database to copy from. */
  @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
  static class Source {}

  private final Class<?> application;

  CopyTo(Class<?> application) {
    this.application = application;
  }

  @Override
  public String usage() {
    return "copy-to URL USER PASSWORD  copies the database of H2 to an empty one of PostgreSQL";
  }

  @Override
  public boolean accepts(String name, int arguments) {
    return name.equals("copy-to") && arguments == 3;
  }

  @Override
  public void run(List<String> arguments, String[] settings, PrintStream out) {
    DataSource target =
        DataSourceBuilder.create()
            .url(arguments.get(0))
            .username(arguments.get(1))
            .password(arguments.get(2))
            .type(DriverManagerDataSource.class)
            .build();
    if (!arguments.get(0).startsWith("jdbc:postgresql:")) {
      throw new CommandFailedException(
          "%s must be the address of a database of PostgreSQL: jdbc:postgresql://..."
              .formatted(arguments.get(0)));
    }
    JdbcCopy copy = new JdbcCopy(target);
    if (!copy.isEmpty()) {
      throw new CommandFailedException(
          "The database at %s is not empty: create a new one.".formatted(arguments.get(0)));
    }
    createSchema(arguments, settings);
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Source.class).web(WebApplicationType.NONE).run(settings)) {
      long rows = copy.from(context.getBean(DataSource.class));
      out.printf("Copied %d rows to %s%n", rows, arguments.get(0));
    }
  }

  private void createSchema(List<String> arguments, String[] settings) {
    new SpringApplicationBuilder(application)
        .run(
            AtRest.settings(
                settings,
                "--spring.profiles.include=postgresql",
                "--spring.datasource.url=" + arguments.get(0),
                "--spring.datasource.username=" + arguments.get(1),
                "--spring.datasource.password=" + arguments.get(2)))
        .close();
  }
}
