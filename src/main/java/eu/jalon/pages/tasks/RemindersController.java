package eu.jalon.pages.tasks;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.pages.policy.PolicyDescriber;
import eu.jalon.reminder.ReminderAnswers;
import eu.jalon.reminder.explain.Explanation;
import eu.jalon.reminder.explain.Explanations;
import eu.jalon.reminder.manual.ManualReminders;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Explains the reminders of an action item on a day. */
@Workspace
class RemindersController {

  private final Explanations explanations;
  private final ReminderAnswers answers;
  private final ManualReminders manual;
  private final PolicyDescriber policy;
  private final Directory directory;
  private final PageFormatter format;

  RemindersController(
      Explanations explanations,
      ReminderAnswers answers,
      ManualReminders manual,
      PolicyDescriber policy,
      Directory directory,
      PageFormatter format) {
    this.explanations = explanations;
    this.answers = answers;
    this.manual = manual;
    this.policy = policy;
    this.directory = directory;
    this.format = format;
  }

  @GetMapping("/tasks/{id}/reminders")
  String reminders(
      @PathVariable String id,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on,
      Person person,
      Model model) {
    Explanation explanation = explanations.explain(id, on == null ? format.today() : on, person);
    List<Explanation.Entry> history = explanations.history(id, person);
    model.addAttribute("view", explanation.view());
    model.addAttribute("late", explanation.view().overdueDays(format.today()));
    model.addAttribute("explanation", explanation);
    model.addAttribute("reminders", ReminderRow.of(explanation.entries(), history));
    model.addAttribute("fits", explanation.matchingRule().map(policy::spoken).orElse(null));
    model.addAttribute("days", ReminderRow.byDay(history));
    model.addAttribute("asked", manual.asked(id, person));
    model.addAttribute("pausedUntil", answers.pausedUntil(explanation.view().item()).orElse(null));
    model.addAttribute("names", DirectoryNames.of(directory));
    model.addAttribute("coordinator", person.is(Role.COORDINATOR));
    return "tasks/reminders";
  }
}
