package eu.jalon.simulation;

import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people were told until now, by emails that were sent, and why somebody was not. */
final class ReminderHistory {

  /** An item with a due date: with another one everything begins again. */
  record About(String item, LocalDate due) {}

  /** One stage as one person hears of it. */
  record Trace(
      About about, @Nullable PersonId person, RecipientRole recipientRole, ReminderStage stage) {

    static Trace of(DatabaseSnapshot.Row row) {
      return new Trace(
          new About(row.item(), row.due()), row.person(), row.recipientRole(), row.stage());
    }
  }

  private record Reader(About about, PersonId person) {}

  private record Side(About about, PartyCode party) {}

  private final Map<Trace, LocalDate> told = new HashMap<>();
  private final Map<Trace, Set<Suppression>> withheld = new HashMap<>();
  private final Map<About, LocalDate> firstMention = new HashMap<>();
  private final Map<About, LocalDate> firstExcuse = new HashMap<>();
  private final Map<Side, LocalDate> coordinators = new HashMap<>();
  private final Set<Reader> owners = new HashSet<>();

  /** Somebody was told. */
  void told(DatabaseSnapshot.Row row, @Nullable PartyCode coordinatorOf) {
    Trace trace = Trace.of(row);
    told.put(trace, row.on());
    firstMention.putIfAbsent(trace.about(), row.on());
    if (coordinatorOf != null) {
      coordinators.put(new Side(trace.about(), coordinatorOf), row.on());
    }
    if (row.person() != null
        && (row.recipientRole() == RecipientRole.OWNER
            || row.recipientRole() == RecipientRole.INFORMED)) {
      owners.add(new Reader(trace.about(), row.person()));
    }
  }

  /** Somebody was not told, and the reason is on record. */
  void withheld(DatabaseSnapshot.Row row) {
    Trace trace = Trace.of(row);
    if (row.suppressed() != null) {
      withheld.computeIfAbsent(trace, t -> EnumSet.noneOf(Suppression.class)).add(row.suppressed());
    }
    firstExcuse.putIfAbsent(trace.about(), row.on());
  }

  Optional<LocalDate> lastTold(Trace trace) {
    return Optional.ofNullable(told.get(trace));
  }

  Set<Suppression> reasons(Trace trace) {
    return withheld.getOrDefault(trace, Set.of());
  }

  /** Whether anybody was told of it until a day. */
  boolean wasTold(About about, LocalDate until) {
    LocalDate first = firstMention.get(about);
    return first != null && !first.isAfter(until);
  }

  /** Whether it is on record until a day why somebody was not told of it. */
  boolean isExcused(About about, LocalDate until) {
    LocalDate first = firstExcuse.get(about);
    return first != null && !first.isAfter(until);
  }

  Optional<LocalDate> coordinatorsTold(About about, PartyCode party) {
    return Optional.ofNullable(coordinators.get(new Side(about, party)));
  }

  /** Whether somebody heard of it as one who has to do it, or whose date moved. */
  boolean knows(About about, PersonId person) {
    return owners.contains(new Reader(about, person));
  }
}
