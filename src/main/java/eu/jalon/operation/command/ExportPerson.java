package eu.jalon.operation.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import eu.jalon.operation.person.JdbcPersonRows;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Writes everything that is kept about one person as JSON, by table (GDPR, article 15). */
final class ExportPerson implements Command {

  /** The database only. */
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
  })
  @Import(JdbcPersonRows.class)
  static class Export {}

  @Override
  public String usage() {
    return "export-person ACCOUNT     writes what is kept about one person as JSON";
  }

  @Override
  public boolean accepts(String name, int arguments) {
    return name.equals("export-person") && arguments == 1;
  }

  @Override
  public void run(List<String> arguments, String[] settings, PrintStream out) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Export.class).web(WebApplicationType.NONE).run(settings)) {
      Map<String, List<Map<String, Object>>> rows =
          context.getBean(JdbcPersonRows.class).rows(arguments.get(0));
      if (rows.isEmpty()) {
        throw new CommandFailedException(
            "Nothing is kept about the account %s.".formatted(arguments.get(0)));
      }
      out.println(json(rows));
    }
  }

  private static String json(Object rows) {
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(rows);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
