package eu.jalon.operation.command;

import java.io.PrintStream;
import java.util.List;

/** Something the jar does instead of starting the application. */
interface Command {

  /** The name with its arguments and what it does, on one line. */
  String usage();

  /** Whether this is the command of that name, with that many arguments. */
  boolean accepts(String name, int arguments);

  /**
   * Runs the command and writes its result.
   *
   * @throws CommandFailedException if it cannot be done, with one sentence
   * @throws RuntimeException if the settings are wrong; the start has then reported why
   */
  void run(List<String> arguments, String[] settings, PrintStream out);
}
