package eu.jalon.reminder;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.directory.Person;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.reminder.policy.CachedReminderPolicy;
import eu.jalon.reminder.policy.CopyRecipient;
import eu.jalon.reminder.policy.PolicyDecision;
import eu.jalon.reminder.policy.ReminderSituation;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.Country;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one day who hears of an action item at which rung, and why somebody does not.
 *
 * <p>The answer comes from the state of the day alone. A rung missed on a day off or in a downtime
 * is still the rung reached on the next working day, and of several missed rungs only the latest
 * counts.
 */
public final class ReminderEvaluator {

  private record Distance(DueDate due, Country country) {}

  private final LocalDate day;
  private final CachedReminderPolicy cadence;
  private final Recipients recipients;
  private final WorkingDays calendar;
  private final Set<PersonId> alreadyWritten;
  private final Map<Distance, Integer> daysLeft = new HashMap<>();

  public ReminderEvaluator(
      LocalDate day,
      CachedReminderPolicy cadence,
      Recipients recipients,
      WorkingDays calendar,
      Set<PersonId> alreadyWritten) {
    this.day = day;
    this.cadence = cadence;
    this.recipients = recipients;
    this.calendar = calendar;
    this.alreadyWritten = alreadyWritten;
  }

  /** Whether the table asks for nothing, so that there is nothing to climb. */
  public boolean isSilent(OpenItem line) {
    return line.item()
        .dueOn()
        .filter(due -> cadence.decide(situation(line, due)).nudge())
        .isEmpty();
  }

  /** Everything there is to say of an item today, the quiet reasons included. */
  public List<Reminder> climb(OpenItem line, ReminderHistory earlier, Pauses pauses) {
    DueDate due = line.item().dueOn().orElse(null);
    if (due == null) {
      return List.of();
    }
    PolicyDecision verdict = cadence.decide(situation(line, due));
    Rung rung = new Rung(line, due, verdict, earlier, Pause.covers(day, line, pauses, calendar));
    if (!verdict.nudge()) {
      rung.quiet();
    } else {
      rung.tell(Audience.OWNER, recipients.owners(line.item(), day));
      verdict.alsoHear().forEach(hearer -> alsoTell(hearer, line.item(), rung));
    }
    return rung.nudges;
  }

  private void alsoTell(CopyRecipient hearer, ActionItem item, Rung rung) {
    Country country = item.ministry().country();
    switch (hearer) {
      case SUBSTITUTE -> rung.tellSubstitutes();
      case OTHER_LEAD ->
          rung.tell(
              Audience.OTHER_LEAD,
              recipients.ministry(rung.line.owners().lead(other(country)), day));
      case COORDINATOR -> rung.tell(Audience.COORDINATOR, recipients.coordinatorsOf(country, day));
      case BOTH_COORDINATORS -> {
        rung.tell(Audience.COORDINATOR, recipients.coordinatorsOf(country, day));
        rung.tell(Audience.COORDINATOR, recipients.coordinatorsOf(other(country), day));
      }
    }
  }

  public static Country other(Country country) {
    return country == Country.BE ? Country.FR : Country.BE;
  }

  /** Tells the owners of an item whose date moved, once for each date. */
  public List<Reminder> inform(OpenItem line, ReminderHistory earlier) {
    DueDate due = line.item().dueOn().orElse(null);
    if (due == null) {
      return List.of();
    }
    PolicyDecision moved =
        new PolicyDecision(Reminder.DATE_MOVED, true, ReminderStage.MOVED, 0, Set.of());
    Rung rung = new Rung(line, due, moved, earlier, false);
    rung.inform(recipients.owners(line.item(), day));
    return rung.nudges;
  }

  public Recipients recipients() {
    return recipients;
  }

  public ReminderSituation situation(OpenItem line, DueDate due) {
    int left =
        daysLeft.computeIfAbsent(
            new Distance(due, line.item().ministry().country()),
            key -> calendar.between(day, key.due().day(), key.country()));
    return new ReminderSituation(
        left, line.item().step(), line.track(), line.priority(), line.progress().orElse(null));
  }

  /** One item at the rung it has reached, and what is said of it. */
  private final class Rung {

    private final OpenItem line;
    private final DueDate due;
    private final PolicyDecision verdict;
    private final ReminderHistory earlier;
    private final boolean snoozed;
    private final List<Reminder> nudges = new ArrayList<>();
    private final Set<PersonId> named = new HashSet<>();

    Rung(
        OpenItem line,
        DueDate due,
        PolicyDecision verdict,
        ReminderHistory earlier,
        boolean snoozed) {
      this.line = line;
      this.due = due;
      this.verdict = verdict;
      this.earlier = earlier;
      this.snoozed = snoozed;
    }

    void quiet() {
      nudges.add(nudge(Audience.OWNER, null, null, Suppression.NOT_YET));
    }

    void tell(Audience audience, Recipients.Circle circle) {
      if (circle.isEmpty()) {
        nudges.add(nudge(audience, null, null, Suppression.NO_RECIPIENT));
      }
      circle.unreached().forEach(away -> add(audience, away.person(), null, away.why()));
      circle.reached().forEach(each -> add(audience, each.person(), each.standsFor(), null));
    }

    void tellSubstitutes() {
      for (Recipients.Reached owner : recipients.owners(line.item(), day).reached()) {
        recipients
            .substituteOf(owner.person(), day)
            .ifPresent(
                substitute -> add(Audience.SUBSTITUTE, substitute, owner.person().id(), null));
      }
    }

    void inform(Recipients.Circle circle) {
      for (Recipients.Reached each : circle.reached()) {
        Reminder told = nudge(Audience.INFORMED, each.person(), each.standsFor(), null);
        if (!wasTold(told)) {
          add(Audience.INFORMED, each.person(), each.standsFor(), null);
        }
      }
    }

    /** Whether he heard of the item with this date, as a reminder or as news of the date. */
    private boolean wasTold(Reminder nudge) {
      return earlier.wasTold(nudge.trace().to(Audience.OWNER))
          || earlier.wasTold(nudge.trace().to(Audience.INFORMED));
    }

    private void add(
        Audience audience,
        Person person,
        @Nullable PersonId standsFor,
        @Nullable Suppression barrier) {
      if (!named.add(person.id())) {
        return;
      }
      Reminder nudge = nudge(audience, person, standsFor, null);
      Suppression why = told(nudge, person) ? Suppression.TOLD : barrier;
      if (why == null) {
        why = whyNot(audience, person);
      }
      nudges.add(nudge(audience, person, standsFor, why));
    }

    private boolean told(Reminder nudge, Person person) {
      return earlier
          .lastGiven(nudge.trace(), nudge.stage())
          .filter(
              last ->
                  verdict.repeat() == 0
                      || calendar.between(last, day, Recipients.countryOf(person))
                          < verdict.repeat())
          .isPresent();
    }

    private @Nullable Suppression whyNot(Audience audience, Person person) {
      boolean his = audience == Audience.OWNER || audience == Audience.SUBSTITUTE;
      if (his && snoozed) {
        return Suppression.SNOOZED;
      }
      if (!calendar.isWorkingDay(day, Recipients.countryOf(person))) {
        return Suppression.DAY_OFF;
      }
      boolean overdue = due.overdueDays(day) > 0;
      if (!overdue && !recipients.settings(person).weekdays().contains(day.getDayOfWeek())) {
        return Suppression.OTHER_WEEKDAY;
      }
      return alreadyWritten.contains(person.id()) ? Suppression.CAPPED : null;
    }

    private Reminder nudge(
        Audience audience,
        @Nullable Person person,
        @Nullable PersonId standsFor,
        @Nullable Suppression why) {
      Reminder nudge =
          new Reminder(
              line, due, verdict.stage(), verdict.rule(), audience, person, standsFor, why, false);
      return (audience == Audience.OWNER || audience == Audience.INFORMED)
              && why == null
              && !wasTold(nudge)
          ? nudge.forTheFirstTime()
          : nudge;
    }
  }
}
