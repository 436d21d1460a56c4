package eu.jalon.simulation;

import eu.jalon.mail.EmailStatus;
import eu.jalon.reminder.OmissionReason;
import eu.jalon.reminder.Suppression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what happened, and writes it down at the end. */
final class SimulationFigures {

  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
  private int largest;

  void count(String section, Object what) {
    counts.computeIfAbsent(section, s -> new TreeMap<>()).merge(what.toString(), 1, Integer::sum);
  }

  void email(List<DatabaseSnapshot.Row> listed) {
    count("totals", "emails sent");
    largest = Math.max(largest, listed.size());
    for (DatabaseSnapshot.Row row : listed) {
      count("totals", "reminders sent");
      count("stage", row.stage());
      count("recipientRole", row.recipientRole());
    }
  }

  void held(Suppression why) {
    count("held back", why);
  }

  void leftOut(OmissionReason outcome) {
    count("left out at sending", outcome);
  }

  void state(EmailStatus status) {
    count("emails in the evening", status);
  }

  Set<String> of(String section) {
    return counts.getOrDefault(section, Map.of()).keySet();
  }

  /** Writes the report, its sections in the order of their names. */
  void write(Path file, long seconds) throws IOException {
    StringBuilder text = new StringBuilder("# A simulated decade\n\n");
    text.append(
        "From %s to %s, in %d seconds; the largest digest had %d items.%n"
            .formatted(SimulationCalendar.FIRST, SimulationCalendar.LAST, seconds, largest));
    counts.forEach(
        (section, lines) -> {
          text.append("\n## ").append(section).append("\n\n| | |\n|---|---:|\n");
          lines.forEach((what, n) -> text.append("| %s | %,d |%n".formatted(what, n)));
        });
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
