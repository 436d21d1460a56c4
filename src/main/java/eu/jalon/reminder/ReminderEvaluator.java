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
 * Decides for one day who hears of an action item at which stage, and why somebody does not.
 *
 * <p>The answer comes from the state of the day alone. A stage missed on a day off or in a downtime
 * is still the stage reached on the next working day, and of several missed stages only the latest
 * counts.
 */
public final class ReminderEvaluator {

  private record Distance(DueDate due, Country country) {}

  private final LocalDate day;
  private final CachedReminderPolicy policy;
  private final Recipients recipients;
  private final WorkingDays calendar;
  private final Set<PersonId> alreadyWritten;
  private final Map<Distance, Integer> daysLeft = new HashMap<>();

  public ReminderEvaluator(
      LocalDate day,
      CachedReminderPolicy policy,
      Recipients recipients,
      WorkingDays calendar,
      Set<PersonId> alreadyWritten) {
    this.day = day;
    this.policy = policy;
    this.recipients = recipients;
    this.calendar = calendar;
    this.alreadyWritten = alreadyWritten;
  }

  /** Whether the table asks for nothing, so that there is nothing to evaluate. */
  public boolean isSilent(OpenItem line) {
    return line.item()
        .dueOn()
        .filter(due -> policy.decide(situation(line, due)).remind())
        .isEmpty();
  }

  /** Everything there is to say of an item today, the quiet reasons included. */
  public List<Reminder> evaluate(OpenItem line, ReminderHistory earlier, Pauses pauses) {
    DueDate due = line.item().dueOn().orElse(null);
    if (due == null) {
      return List.of();
    }
    PolicyDecision verdict = policy.decide(situation(line, due));
    Stage stage = new Stage(line, due, verdict, earlier, Pause.covers(day, line, pauses, calendar));
    if (!verdict.remind()) {
      stage.quiet();
    } else {
      stage.tell(Audience.OWNER, recipients.owners(line.item(), day));
      verdict.alsoHear().forEach(copyRecipient -> alsoTell(copyRecipient, line.item(), stage));
    }
    return stage.reminders;
  }

  private void alsoTell(CopyRecipient copyRecipient, ActionItem item, Stage stage) {
    Country country = item.ministry().country();
    switch (copyRecipient) {
      case SUBSTITUTE -> stage.tellSubstitutes();
      case OTHER_LEAD ->
          stage.tell(
              Audience.OTHER_LEAD,
              recipients.ministry(stage.line.leads().lead(other(country)), day));
      case COORDINATOR -> stage.tell(Audience.COORDINATOR, recipients.coordinatorsOf(country, day));
      case BOTH_COORDINATORS -> {
        stage.tell(Audience.COORDINATOR, recipients.coordinatorsOf(country, day));
        stage.tell(Audience.COORDINATOR, recipients.coordinatorsOf(other(country), day));
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
    Stage stage = new Stage(line, due, moved, earlier, false);
    stage.inform(recipients.owners(line.item(), day));
    return stage.reminders;
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

  /** One item at the stage it has reached, and what is said of it. */
  private final class Stage {

    private final OpenItem line;
    private final DueDate due;
    private final PolicyDecision verdict;
    private final ReminderHistory earlier;
    private final boolean snoozed;
    private final List<Reminder> reminders = new ArrayList<>();
    private final Set<PersonId> named = new HashSet<>();

    Stage(
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
      reminders.add(remind(Audience.OWNER, null, null, Suppression.NOT_YET));
    }

    void tell(Audience audience, Recipients.Circle circle) {
      if (circle.isEmpty()) {
        reminders.add(remind(audience, null, null, Suppression.NO_RECIPIENT));
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
        Reminder told = remind(Audience.INFORMED, each.person(), each.standsFor(), null);
        if (!wasTold(told)) {
          add(Audience.INFORMED, each.person(), each.standsFor(), null);
        }
      }
    }

    /** Whether he heard of the item with this date, as a reminder or as news of the date. */
    private boolean wasTold(Reminder reminder) {
      return earlier.wasTold(reminder.trace().to(Audience.OWNER))
          || earlier.wasTold(reminder.trace().to(Audience.INFORMED));
    }

    private void add(
        Audience audience,
        Person person,
        @Nullable PersonId standsFor,
        @Nullable Suppression barrier) {
      if (!named.add(person.id())) {
        return;
      }
      Reminder reminder = remind(audience, person, standsFor, null);
      Suppression why = told(reminder, person) ? Suppression.TOLD : barrier;
      if (why == null) {
        why = whyNot(audience, person);
      }
      reminders.add(remind(audience, person, standsFor, why));
    }

    private boolean told(Reminder reminder, Person person) {
      return earlier
          .lastGiven(reminder.trace(), reminder.stage())
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

    private Reminder remind(
        Audience audience,
        @Nullable Person person,
        @Nullable PersonId standsFor,
        @Nullable Suppression why) {
      Reminder reminder =
          new Reminder(
              line, due, verdict.stage(), verdict.rule(), audience, person, standsFor, why, false);
      return (audience == Audience.OWNER || audience == Audience.INFORMED)
              && why == null
              && !wasTold(reminder)
          ? reminder.forTheFirstTime()
          : reminder;
    }
  }
}
