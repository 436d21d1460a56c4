package eu.jalon.simulation;

import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.mail.EmailStatus;
import eu.jalon.reminder.OmissionReason;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges every email at the moment it is taken, and every day's emails when the day is over. */
final class EmailCheck {

  /** A section of an email lists so many items; of the others it says how many they are. */
  private static final int LISTED = 20;

  private record Written(PersonId person, LocalDate on) {}

  private final SimulationCalendar days;
  private final SimulatedPeople people;
  private final ReminderHistory memory;
  private final RecordingRelay relay;
  private final SimulationFigures figures;
  private final Map<UUID, Integer> hours = new HashMap<>();
  private final Set<Written> written = new HashSet<>();
  private final Set<UUID> newsAlone = new HashSet<>();

  EmailCheck(
      SimulationCalendar days,
      SimulatedPeople people,
      ReminderHistory memory,
      RecordingRelay relay,
      SimulationFigures figures) {
    this.days = days;
    this.people = people;
    this.memory = memory;
    this.relay = relay;
    this.figures = figures;
  }

  /** A round has planned emails, each for the hour that its reader wants it from. */
  void planned(RoundInput morning, List<DatabaseSnapshot.Row> fresh) {
    for (DatabaseSnapshot.Row row : fresh) {
      if (row.email() != null) {
        hours.put(row.email(), morning.circles().settings(row.person()).hour());
      }
    }
  }

  /**
   * Judges what was just sent.
   *
   * @param open what is open now, and when it is due
   */
  void sent(
      LocalDate today,
      List<RecordingRelay.Sent> emails,
      List<DatabaseSnapshot.Row> rows,
      Map<String, LocalDate> open) {
    Map<?, List<DatabaseSnapshot.Row>> byEmail =
        rows.stream()
            .filter(row -> row.email() != null)
            .collect(Collectors.groupingBy(DatabaseSnapshot.Row::email));
    for (RecordingRelay.Sent email : emails) {
      Person reader = people.get(email.person());
      String name = today + ", the email to " + email.person();
      require(email.on().equals(today), name, "is of another day: " + email.on());
      require(days.isWorking(today, SimulatedPeople.partyOf(reader)), name, "comes on a day off");
      require(written.add(new Written(reader.id(), today)), name, "is his second one of the day");
      if (email.items().isEmpty()
          && byEmail.getOrDefault(email.email(), List.of()).stream()
              .allMatch(row -> row.outcome() != null)) {
        newsAlone.add(email.email()); // news of commitments, which no reminder accompanies
        continue;
      }
      LocalTime time = LocalTime.ofInstant(email.at(), BrusselsTime.ZONE);
      int hour = hours.getOrDefault(email.email(), 24);
      require(time.getHour() >= hour, name, "comes before " + hour + " o’clock");
      said(name, email, byEmail.getOrDefault(email.email(), List.of()), open);
    }
  }

  private void said(
      String name,
      RecordingRelay.Sent email,
      List<DatabaseSnapshot.Row> rows,
      Map<String, LocalDate> open) {
    List<DatabaseSnapshot.Row> listed = rows.stream().filter(row -> row.outcome() == null).toList();
    Set<String> items = listed.stream().map(DatabaseSnapshot.Row::item).collect(Collectors.toSet());
    require(!email.items().isEmpty(), name, "names no item");
    require(!listed.isEmpty(), name, "has no reminder that gives its reason");
    require(items.containsAll(email.items()), name, "names an item without a reason");
    require(listed.size() > LISTED || email.items().containsAll(items), name, "leaves an item out");
    for (DatabaseSnapshot.Row row : listed) {
      require(open.containsKey(row.item()), name, "is about what is done or withdrawn: " + row);
      boolean same = row.due().equals(open.get(row.item()));
      require(same, name, "names a date that is not true: " + row);
      heard(row);
    }
    figures.email(listed);
  }

  private void heard(DatabaseSnapshot.Row row) {
    Person person = people.get(row.person());
    PartyCode party = SimulatedPeople.partyOf(person);
    int repeat = ExpectedStage.repeatOf(row.stage());
    memory
        .lastTold(ReminderHistory.Trace.of(row))
        .ifPresent(
            last -> {
              if (repeat == 0 || days.between(last, row.on(), party) < repeat) {
                throw new AssertionError(row + " was told on " + last + " already");
              }
            });
    memory.told(row, person.is(Role.COORDINATOR) ? party : null);
  }

  /** The day is over: what was planned was sent, or it is true why it was left out. */
  void evening(
      LocalDate day,
      List<DatabaseSnapshot.EmailRow> emails,
      List<DatabaseSnapshot.Row> rows,
      List<OpenItem> open) {
    Map<String, OpenItem> items =
        open.stream().collect(Collectors.toMap(OpenItem::id, Function.identity()));
    for (DatabaseSnapshot.Row row : rows) {
      if (row.status() == EmailStatus.FAILED) {
        memory.withheld(row);
      }
      if (row.email() != null && row.outcome() != null) {
        figures.leftOut(row.outcome());
        memory.withheld(row);
        require(isTrue(row, items.get(row.item()), day), row + "", "is not " + row.outcome());
      }
    }
    for (DatabaseSnapshot.EmailRow email : emails) {
      String name = "%s, the email to %s".formatted(day, email.person());
      List<DatabaseSnapshot.Row> its =
          rows.stream().filter(row -> email.id().equals(row.email())).toList();
      if (its.isEmpty() && (newsAlone.contains(email.id()) || email.status() != EmailStatus.SENT)) {
        continue;
      }
      require(!its.isEmpty(), name, "was planned without a reason");
      if (email.status() == EmailStatus.DROPPED) {
        require(
            its.stream().allMatch(row -> row.outcome() != null), name, "was dropped for nothing");
      } else {
        boolean refused =
            email.status() == EmailStatus.FAILED
                && relay.isGone(people.get(email.person()).email());
        boolean expected = relay.isAway() || refused || email.status() == EmailStatus.SENT;
        require(expected, name, "is still " + email.status() + ": " + email.reply());
      }
      figures.state(email.status());
    }
  }

  private boolean isTrue(DatabaseSnapshot.Row row, OpenItem item, LocalDate day) {
    if (row.outcome() == OmissionReason.DONE || row.outcome() == OmissionReason.WITHDRAWN) {
      return item == null;
    }
    if (item == null) {
      return true;
    }
    return switch (row.outcome()) {
      case REDATED -> !row.due().equals(item.due());
      case SNOOZED -> RoundInput.isSnoozed(item, day, days);
      default -> true;
    };
  }

  private static void require(boolean condition, String name, String fault) {
    if (!condition) {
      throw new AssertionError(name + " " + fault);
    }
  }
}
