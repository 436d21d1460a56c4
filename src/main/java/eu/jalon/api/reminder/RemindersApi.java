package eu.jalon.api.reminder;

import eu.jalon.api.support.ItemList;
import eu.jalon.directory.Person;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailStatus;
import eu.jalon.reminder.OmissionReason;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.ReminderAnswers;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.explain.Explanation;
import eu.jalon.reminder.explain.Explanations;
import eu.jalon.reminder.policy.CopyRecipient;
import eu.jalon.reminder.policy.PolicyInForce;
import eu.jalon.reminder.policy.PolicyRule;
import eu.jalon.reminder.policy.ReminderPolicies;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.PersonId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reminders of an action item and their reasons, pauses, and the reminder policy. */
@RestController
@RequestMapping("/api")
class RemindersApi {

  private final Explanations explanations;
  private final ReminderAnswers answers;
  private final ReminderPolicies policy;
  private final Clock clock;

  RemindersApi(
      Explanations explanations, ReminderAnswers answers, ReminderPolicies policy, Clock clock) {
    this.explanations = explanations;
    this.answers = answers;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * A reminder to one person, or the reason for its suppression.
   *
   * @param reply the reply of the SMTP server
   */
  record ReminderView(
      LocalDate on,
      @Nullable String person,
      @Nullable String standsFor,
      RecipientRole recipientRole,
      ReminderStage stage,
      @Nullable String rule,
      LocalDate dueOn,
      @Nullable Suppression suppressed,
      @Nullable OmissionReason leftOut,
      @Nullable UUID email,
      @Nullable String language,
      @Nullable EmailStatus status,
      @Nullable Instant closedAt,
      @Nullable String reply) {

    static ReminderView of(Explanation.Entry entry) {
      Email email = entry.email();
      return new ReminderView(
          entry.on(),
          id(entry.person()),
          id(entry.standsFor()),
          entry.recipientRole(),
          entry.stage(),
          entry.rule(),
          entry.due().day(),
          entry.suppression(),
          entry.omission(),
          email == null ? null : email.id(),
          email == null ? null : email.language().code(),
          email == null ? null : email.status(),
          email == null ? null : email.closedAt(),
          email == null ? null : email.reply());
    }

    private static @Nullable String id(@Nullable PersonId person) {
      return person == null ? null : person.value();
    }
  }

  /**
   * The reminders of an action item on one day.
   *
   * @param rule the policy rule that matches
   */
  record ReminderDayView(
      String id,
      LocalDate on,
      Explanation.Round round,
      @Nullable String rule,
      List<ReminderView> reminders) {}

  /** Explains the reminders of an action item on a day, by default today. */
  @GetMapping("/action-items/{id}/reminders")
  ReminderDayView reminders(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable LocalDate on,
      Person reader) {
    LocalDate day = on == null ? BrusselsTime.today(clock) : on;
    Explanation explanation = explanations.explain(id, day, reader);
    return new ReminderDayView(
        id,
        day,
        explanation.round(),
        explanation.matchingRule().map(PolicyRule::id).orElse(null),
        explanation.entries().stream().map(ReminderView::of).toList());
  }

  /** The last 200 reminders of an action item, sent and suppressed, latest first. */
  @GetMapping("/action-items/{id}/reminders/history")
  ItemList<ReminderView> history(@PathVariable String id, Person reader) {
    List<ReminderView> reminders =
        explanations.history(id, reader).stream().map(ReminderView::of).toList();
    return new ItemList<>(reminders, 0, Math.max(1, reminders.size()), reminders.size());
  }

  /** A pause until a day. */
  record PauseRequest(@NotNull LocalDate until) {}

  /** Pauses the reminders of an action item; its due date is unchanged. */
  @PostMapping("/action-items/{id}/on-it")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void onIt(@PathVariable String id, @Valid @RequestBody PauseRequest request, Person by) {
    answers.pause(id, request.until(), by);
  }

  /** A rule of the policy; a condition that is absent matches any value. */
  record PolicyRuleView(
      String rule,
      Map<String, String> conditions,
      boolean reminder,
      @Nullable ReminderStage stage,
      int repeat,
      Set<CopyRecipient> copyTo,
      String remark) {

    static PolicyRuleView of(PolicyRule rule) {
      Map<String, String> conditions = new TreeMap<>();
      rule.conditions()
          .forEach(
              (input, condition) -> {
                if (!condition.isEmpty()) {
                  conditions.put(input.key(), condition);
                }
              });
      boolean reminder = rule.decision().remind();
      return new PolicyRuleView(
          rule.id(),
          conditions,
          reminder,
          reminder ? rule.decision().stage() : null,
          rule.decision().repeat(),
          rule.decision().copyTo(),
          rule.remark());
    }
  }

  /** The reminder policy in force. */
  record PolicyView(String source, Instant since, List<PolicyRuleView> lines) {}

  @GetMapping("/reminder-policy")
  PolicyView policy() {
    PolicyInForce table = policy.inForce();
    return new PolicyView(
        table.source(), table.since(), table.rules().stream().map(PolicyRuleView::of).toList());
  }
}
