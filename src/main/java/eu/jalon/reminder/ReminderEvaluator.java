package eu.jalon.reminder;

import eu.jalon.actionitem.reminding.OpenItem;
import eu.jalon.directory.Person;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.reminder.policy.CachedReminderPolicy;
import eu.jalon.reminder.policy.CopyRecipient;
import eu.jalon.reminder.policy.PolicyDecision;
import eu.jalon.reminder.policy.ReminderSituation;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.PartyCode;
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
 * Evaluates the reminder policy for one day: which people are reminded of an action item at which
 * stage, and why others are not.
 *
 * <p>The result depends on the state of the day only. A stage missed on a day off or during a
 * downtime is still current on the next working day; of several missed stages only the latest
 * counts.
 */
public final class ReminderEvaluator {

  private record DueInParty(DueDate due, PartyCode party) {}

  private final LocalDate day;
  private final CachedReminderPolicy policy;
  private final Recipients recipients;
  private final WorkingDays calendar;
  private final Set<PersonId> alreadyEmailed;
  private final Map<DueInParty, Integer> daysLeft = new HashMap<>();

  /**
   * An evaluator for one day.
   *
   * @param alreadyEmailed people who already have their e-mail of the day
   */
  public ReminderEvaluator(
      LocalDate day,
      CachedReminderPolicy policy,
      Recipients recipients,
      WorkingDays calendar,
      Set<PersonId> alreadyEmailed) {
    this.day = day;
    this.policy = policy;
    this.recipients = recipients;
    this.calendar = calendar;
    this.alreadyEmailed = alreadyEmailed;
  }

  public Recipients recipients() {
    return recipients;
  }

  /** Whether the policy asks for a reminder of the item on this day. */
  public boolean asksForReminder(OpenItem item) {
    return item.item()
        .dueOn()
        .filter(due -> policy.decide(situation(item, due)).remind())
        .isPresent();
  }

  /**
   * All reminders of an item today, suppressed ones included; none for an item without due date.
   */
  public List<Reminder> evaluate(OpenItem item, ReminderHistory history, Pauses pauses) {
    return item.item().dueOn().map(due -> evaluate(item, due, history, pauses)).orElse(List.of());
  }

  private List<Reminder> evaluate(
      OpenItem item, DueDate due, ReminderHistory history, Pauses pauses) {
    PolicyDecision decision = policy.decide(situation(item, due));
    boolean paused = Pause.isActive(day, item, pauses, calendar);
    Evaluation evaluation = new Evaluation(item, due, decision, history, paused);
    if (decision.remind()) {
      evaluation.remindAll(RecipientRole.OWNER, recipients.owners(item.item(), day));
      decision.copyTo().forEach(evaluation::copyTo);
    } else {
      evaluation.addWithoutRecipient(RecipientRole.OWNER, Suppression.NOT_YET);
    }
    return evaluation.reminders;
  }

  /** Reminders for the owners of an item whose due date changed, once per person and due date. */
  public List<Reminder> dateChanges(OpenItem item, ReminderHistory history) {
    return item.item().dueOn().map(due -> dateChanges(item, due, history)).orElse(List.of());
  }

  private List<Reminder> dateChanges(OpenItem item, DueDate due, ReminderHistory history) {
    PolicyDecision moved =
        new PolicyDecision(Reminder.DATE_MOVED, true, ReminderStage.MOVED, 0, Set.of());
    Evaluation evaluation = new Evaluation(item, due, moved, history, false);
    evaluation.informAll(recipients.owners(item.item(), day));
    return evaluation.reminders;
  }

  /** The inputs of the policy for an item; days left are working days of its ministry's party. */
  public ReminderSituation situation(OpenItem item, DueDate due) {
    PartyCode party = item.item().ministry().party();
    DueDate counted = item.view().remindedFor(day, calendar.zone(party)).orElse(due);
    int left =
        daysLeft.computeIfAbsent(
            new DueInParty(counted, party),
            key -> calendar.between(day, key.due().day(), key.party()));
    return new ReminderSituation(
        left, item.item().step(), item.track(), item.priority(), item.progress().orElse(null));
  }

  /** Collects the reminders of one item; each person occurs once, in the first role found. */
  private final class Evaluation {

    private final OpenItem item;
    private final DueDate due;
    private final PolicyDecision decision;
    private final ReminderHistory history;
    private final boolean paused;
    private final List<Reminder> reminders = new ArrayList<>();
    private final Set<PersonId> evaluated = new HashSet<>();

    Evaluation(
        OpenItem item,
        DueDate due,
        PolicyDecision decision,
        ReminderHistory history,
        boolean paused) {
      this.item = item;
      this.due = due;
      this.decision = decision;
      this.history = history;
      this.paused = paused;
    }

    void copyTo(CopyRecipient copyRecipient) {
      PartyCode party = item.item().ministry().party();
      switch (copyRecipient) {
        case SUBSTITUTE -> remindSubstitutes();
        case OTHER_LEAD -> {
          for (PartyCode other : item.leads().others(party)) {
            remindAll(RecipientRole.OTHER_LEAD, recipients.ministry(item.leads().lead(other), day));
          }
        }
        case COORDINATOR -> remindCoordinatorsOf(party);
        case ALL_COORDINATORS -> {
          remindCoordinatorsOf(party);
          item.leads().others(party).forEach(this::remindCoordinatorsOf);
        }
      }
    }

    void remindAll(RecipientRole role, Recipients.Selection selection) {
      if (selection.isEmpty()) {
        addWithoutRecipient(role, Suppression.NO_RECIPIENT);
      }
      selection.unreachable().forEach(absent -> add(role, absent.person(), null, absent.reason()));
      selection
          .recipients()
          .forEach(recipient -> add(role, recipient.person(), recipient.standsFor(), null));
    }

    private void remindCoordinatorsOf(PartyCode party) {
      remindAll(RecipientRole.COORDINATOR, recipients.coordinatorsOf(party, day));
    }

    private void remindSubstitutes() {
      for (Recipients.Recipient owner : recipients.owners(item.item(), day).recipients()) {
        recipients
            .substituteOf(owner.person(), day)
            .ifPresent(
                substitute -> add(RecipientRole.SUBSTITUTE, substitute, owner.person().id(), null));
      }
    }

    void informAll(Recipients.Selection selection) {
      for (Recipients.Recipient owner : selection.recipients()) {
        Reminder reminder =
            reminder(RecipientRole.INFORMED, owner.person(), owner.standsFor(), null);
        if (!wasMentioned(reminder)) {
          add(RecipientRole.INFORMED, owner.person(), owner.standsFor(), null);
        }
      }
    }

    void addWithoutRecipient(RecipientRole role, Suppression reason) {
      reminders.add(reminder(role, null, null, reason));
    }

    private void add(
        RecipientRole role,
        Person person,
        @Nullable PersonId standsFor,
        @Nullable Suppression unreachable) {
      if (evaluated.add(person.id())) {
        Suppression reason = suppression(role, person, unreachable);
        reminders.add(reminder(role, person, standsFor, reason));
      }
    }

    /** The first reason that applies; null if the reminder is sent. */
    private @Nullable Suppression suppression(
        RecipientRole role, Person person, @Nullable Suppression unreachable) {
      if (wasSentAtThisStage(role, person)) {
        return Suppression.ALREADY_SENT;
      }
      if (unreachable != null) {
        return unreachable;
      }
      boolean owner = role == RecipientRole.OWNER || role == RecipientRole.SUBSTITUTE;
      if (owner && paused) {
        return Suppression.SNOOZED;
      }
      if (!calendar.isWorkingDay(day, Recipients.partyOf(person))) {
        return Suppression.DAY_OFF;
      }
      boolean overdue = item.view().overdueDays(day) > 0;
      if (!overdue && !recipients.settings(person).weekdays().contains(day.getDayOfWeek())) {
        return Suppression.OTHER_WEEKDAY;
      }
      return alreadyEmailed.contains(person.id()) ? Suppression.CAPPED : null;
    }

    private boolean wasSentAtThisStage(RecipientRole role, Person person) {
      return history
          .lastSent(reminder(role, person, null, null).key(), decision.stage())
          .filter(last -> decision.repeat() == 0 || isBeforeRepeat(last, person))
          .isPresent();
    }

    private boolean isBeforeRepeat(LocalDate last, Person person) {
      return calendar.between(last, day, Recipients.partyOf(person)) < decision.repeat();
    }

    /** Whether the person has a reminder of the item with this due date, in either owner role. */
    private boolean wasMentioned(Reminder reminder) {
      return history.wasMentioned(reminder.key().withRole(RecipientRole.OWNER))
          || history.wasMentioned(reminder.key().withRole(RecipientRole.INFORMED));
    }

    private Reminder reminder(
        RecipientRole role,
        @Nullable Person person,
        @Nullable PersonId standsFor,
        @Nullable Suppression reason) {
      Reminder reminder =
          new Reminder(
              item, due, decision.stage(), decision.rule(), role, person, standsFor, reason, false);
      boolean ownerIsReminded =
          (role == RecipientRole.OWNER || role == RecipientRole.INFORMED) && reason == null;
      return ownerIsReminded && !wasMentioned(reminder) ? reminder.asFirstMention() : reminder;
    }
  }
}
