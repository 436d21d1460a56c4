package eu.jalon.operation.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs the command that the first argument names. */
public final class Commands {

  /** The exit code after wrong arguments, as in sysexits. */
  static final int USAGE = 64;

  private final List<Command> commands;
  private final PrintStream out;

  Commands(List<Command> commands, PrintStream out) {
    this.commands = commands;
    this.out = out;
  }

  /**
   * @param application the main class, for commands that start the application without its port
   */
  public static Commands of(Class<?> application, PrintStream out) {
    return new Commands(
        List.of(
            new CheckCommand(),
            new RecoverAdministrator(application),
            new ExportPerson(),
            new CopyTo(application)),
        out);
  }

  /**
   * Runs a command; settings, such as {@code --spring.profiles.active=production}, may follow it.
   *
   * @return the exit code: 0, or 1 if the command failed; empty if the application is to be
   *     started, because no command is given
   */
  public Optional<Integer> run(String... arguments) {
    if (arguments.length == 0 || arguments[0].startsWith("-")) {
      return Optional.empty();
    }
    List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
    List<String> values = rest.stream().filter(each -> !each.startsWith("--")).toList();
    String[] settings = rest.stream().filter(each -> each.startsWith("--")).toArray(String[]::new);
    return Optional.of(
        commands.stream()
            .filter(command -> command.accepts(arguments[0], values.size()))
            .findFirst()
            .map(command -> run(command, values, settings))
            .orElseGet(this::usage));
  }

  private int run(Command command, List<String> values, String[] settings) {
    PrintStream standardOutput = System.out;
    // What is logged would be mixed with the result.
    System.setOut(System.err);
    try {
      command.run(values, settings, out);
      return 0;
    } catch (CommandFailedException failed) {
      out.println(failed.getMessage());
      return 1;
    } finally {
      System.setOut(standardOutput);
    }
  }

  private int usage() {
    out.println(
        commands.stream()
            .map(Command::usage)
            .collect(
                Collectors.joining("\n  ", "Without a command Jalon starts. Commands:\n  ", "")));
    return USAGE;
  }
}
