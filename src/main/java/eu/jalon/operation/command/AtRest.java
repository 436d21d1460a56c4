package eu.jalon.operation.command;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings of an application that is built for a command: neither a port nor jobs. */
final class AtRest {

  private static final List<String> SETTINGS =
      List.of(
          "--server.port=-1",
          "--jalon.schedule.enabled=false",
          "--camunda.bpm.job-execution.enabled=false",
          "--spring.quartz.auto-startup=false");

  private AtRest() {}

  /** Returns the given arguments with those of the command, which replace any of the same name. */
  static String[] settings(String[] given, String... own) {
    List<String> fixed = Stream.concat(SETTINGS.stream(), Arrays.stream(own)).toList();
    Set<String> names = fixed.stream().map(AtRest::name).collect(Collectors.toSet());
    return Stream.concat(
            Arrays.stream(given).filter(argument -> !names.contains(name(argument))),
            fixed.stream())
        .toArray(String[]::new);
  }

  private static String name(String argument) {
    return argument.replaceFirst("=.*", "");
  }
}
