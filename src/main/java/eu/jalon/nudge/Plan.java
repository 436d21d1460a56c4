package eu.jalon.nudge;

import eu.jalon.directory.Person;
import eu.jalon.register.SheetLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A round in the making: gathers, slice by slice, who hears of which item, and why not. */
final class Plan {

  private record Heard(Person person, String actionItemId) {}

  private final LocalDate day;
  private final Ladder ladder;

  private final Map<Person, List<Nudge>> given = new LinkedHashMap<>();
  private final Set<Heard> heard = new HashSet<>();
  private final List<Nudge> newlySuppressed = new ArrayList<>();
  private final Map<Suppression, Integer> suppressed = new EnumMap<>(Suppression.class);

  Plan(LocalDate day, Ladder ladder) {
    this.day = day;
    this.ladder = ladder;
  }

  void add(List<SheetLine> slice, Earlier earlier, Pauses pauses) {
    for (SheetLine line : slice) {
      ladder.climb(line, earlier, pauses).forEach(nudge -> record(nudge, earlier));
    }
  }

  /** After the reminders: tells of moved dates whoever does not hear of the item anyway. */
  void inform(List<SheetLine> slice, Earlier earlier) {
    for (SheetLine line : slice) {
      ladder.inform(line, earlier).stream()
          .filter(nudge -> !hears(nudge))
          .forEach(nudge -> record(nudge, earlier));
    }
  }

  private boolean hears(Nudge nudge) {
    return nudge
        .recipient()
        .filter(person -> heard.contains(new Heard(person, nudge.item().id())))
        .isPresent();
  }

  private void record(Nudge nudge, Earlier earlier) {
    nudge
        .suppressed()
        .ifPresentOrElse(
            reason -> hold(nudge, reason, earlier),
            () -> {
              Person person = nudge.recipient().orElseThrow();
              given.computeIfAbsent(person, key -> new ArrayList<>()).add(nudge);
              heard.add(new Heard(person, nudge.item().id()));
            });
  }

  private void hold(Nudge nudge, Suppression reason, Earlier earlier) {
    if (reason.isQuiet()) {
      return;
    }
    suppressed.merge(reason, 1, Integer::sum);
    if (!earlier.holds(nudge)) {
      newlySuppressed.add(nudge);
    }
  }

  LocalDate day() {
    return day;
  }

  /** From which hour on a person wants his letter. */
  int hourOf(Person person) {
    return ladder.recipients().settings(person).hour();
  }

  /** What each person hears of in his letter of the day. */
  Map<Person, List<Nudge>> given() {
    return given;
  }

  /** Suppressed nudges that are not on record yet. */
  List<Nudge> newlySuppressed() {
    return newlySuppressed;
  }

  NudgeReport report() {
    int nudges = given.values().stream().mapToInt(List::size).sum();
    return new NudgeReport(day, given.size(), nudges, suppressed);
  }
}
