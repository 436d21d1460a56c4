package eu.jalon.operation.command;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/** Prints a one-time password of an administrator, and creates one if there is none. */
final class RecoverAdministrator implements Command {

  private final Class<?> application;

  RecoverAdministrator(Class<?> application) {
    this.application = application;
  }

  @Override
  public String usage() {
    return "recover-admin [ACCOUNT]   prints a one-time password of an administrator";
  }

  @Override
  public boolean accepts(String name, int arguments) {
    return name.equals("recover-admin") && arguments <= 1;
  }

  @Override
  public void run(List<String> arguments, String[] settings, PrintStream out) {
    // Before the application is ready, so that it finds an administrator who can sign in.
    ApplicationListener<ApplicationStartedEvent> recovery =
        started -> recover(started.getApplicationContext(), arguments, out);
    new SpringApplicationBuilder(application)
        .listeners(recovery)
        .run(AtRest.settings(settings))
        .close();
  }

  private static void recover(ApplicationContext context, List<String> arguments, PrintStream out) {
    Directory directory = context.getBean(Directory.class);
    Person administrator = administrator(directory, arguments);
    String password = directory.issuePassword(administrator.id());
    context
        .getBean(AuditLog.class)
        .record(
            AuditKind.DIRECTORY,
            administrator.id().value(),
            "",
            "recover-admin",
            "password issued");
    out.printf("Sign in as %s with the password %s (shown once)%n", administrator.id(), password);
  }

  private static Person administrator(Directory directory, List<String> arguments) {
    if (arguments.isEmpty()) {
      return directory.firstAdministrator();
    }
    List<Person> administrators = directory.administrators();
    return administrators.stream()
        .filter(person -> person.id().value().equals(arguments.get(0)))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailedException(
                    "%s is no administrator: name one of %s"
                        .formatted(
                            arguments.get(0),
                            administrators.stream().map(person -> person.id().value()).toList())));
  }
}
