package eu.jalon.simulation;

import eu.jalon.directory.Person;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.Suppression;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a round knew: everything open, everybody's absences and choices, and who had his email.
 *
 * @param written who had an email of this day before this round
 */
record RoundInput(
    LocalDate day, List<OpenItem> items, ExpectedRecipients circles, Set<PersonId> written) {

  private static final int REPORT_PAUSES = 5;

  Map<String, OpenItem> byId() {
    return items.stream().collect(Collectors.toMap(OpenItem::id, Function.identity()));
  }

  /** Whether a reason is true of a person and an item on this day. */
  boolean holds(
      Suppression why,
      OpenItem item,
      @Nullable Person person,
      RecipientRole recipientRole,
      SimulationCalendar days) {
    if (person == null) {
      return why == Suppression.NO_RECIPIENT;
    }
    return switch (why) {
      case DAY_OFF -> !days.isWorking(day, SimulatedPeople.partyOf(person));
      case OTHER_WEEKDAY ->
          !item.isOverdue(day)
              && !circles.settings(person.id()).weekdays().contains(day.getDayOfWeek());
      case ABSENT -> circles.isAway(person.id());
      case SNOOZED ->
          (recipientRole == RecipientRole.OWNER || recipientRole == RecipientRole.SUBSTITUTE)
              && isSnoozed(item, day, days);
      case CAPPED -> written.contains(person.id());
      case NO_ADDRESS -> person.email() == null;
      case MAIL_REFUSED -> circles.isRefused(person);
      case NO_RECIPIENT, NOT_YET, ALREADY_SENT -> false;
    };
  }

  /** Somebody said that he is on it, or the ministry reported within five of its working days. */
  static boolean isSnoozed(OpenItem item, LocalDate day, SimulationCalendar days) {
    boolean paused = item.pausedUntil() != null && day.isBefore(item.pausedUntil());
    return paused
        || (item.reportedOn() != null
            && day.isBefore(days.plus(item.reportedOn(), REPORT_PAUSES, item.party())));
  }
}
