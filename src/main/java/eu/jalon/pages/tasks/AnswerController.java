package eu.jalon.pages.tasks;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.duedate.ActionItemExtensions;
import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.pages.commitments.RequestRow;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.reminder.ReminderAnswers;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The answers to a reminder without a progress report: pause, more time, not ours. */
@Workspace
class AnswerController {

  private final ActionItems items;
  private final ReminderAnswers answers;
  private final Commitments commitments;
  private final CommitmentActions acts;
  private final ActionItemExtensions extensions;
  private final Directory directory;
  private final ValidationMessages messages;
  private final PageFormatter format;

  AnswerController(
      ActionItems items,
      ReminderAnswers answers,
      Commitments commitments,
      CommitmentActions acts,
      ActionItemExtensions extensions,
      Directory directory,
      ValidationMessages messages,
      PageFormatter format) {
    this.items = items;
    this.answers = answers;
    this.commitments = commitments;
    this.acts = acts;
    this.extensions = extensions;
    this.directory = directory;
    this.messages = messages;
    this.format = format;
  }

  @GetMapping("/tasks/{id}/answer")
  String answer(@PathVariable String id, Person person, Model model) {
    ActionItemView view = items.get(id, person);
    ActionItem item = view.item();
    DirectoryNames names = DirectoryNames.of(directory);
    model.addAttribute("view", view);
    model.addAttribute("names", names);
    if (item.status() != ActionItem.Status.OPEN) {
      return "tasks/closed";
    }
    Commitment commitment = commitments.get(item.ref(), person);
    model.addAttribute("commitment", commitment);
    model.addAttribute("late", view.overdueDays(format.today()));
    model.addAttribute("rights", AnswerRights.of(person, item, commitment, directory));
    model.addAttribute("assignees", items.assignees(item));
    model.addAttribute("choice", answers.choice(item));
    model.addAttribute("pausedUntil", answers.pausedUntil(item).orElse(null));
    boolean leads = person.workplace().filter(own -> commitment.leads().include(own)).isPresent();
    RequestRow.Source rows = new RequestRow.Source(names, format, person);
    Map<String, Step> steps =
        items.of(item.ref()).stream()
            .map(ActionItemView::item)
            .collect(Collectors.toMap(ActionItem::id, ActionItem::step));
    model.addAttribute(
        "waiting",
        acts.pendingRequests(item.ref()).stream()
            .map(request -> rows.row(request, steps, leads))
            .toList());
    model.addAttribute("latest", extensions.latest(id).orElse(null));
    model.addAttribute(
        "coordinators",
        names.people().values().stream()
            .filter(each -> each.is(Role.COORDINATOR) && each.address().isPresent())
            .filter(each -> isOf(each, item.ministry()))
            .toList());
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", Map.of());
    }
    return "tasks/answer";
  }

  private static boolean isOf(Person person, MinistryCode ministry) {
    return person.workplace().filter(own -> own.party().equals(ministry.party())).isPresent();
  }

  @PostMapping("/tasks/{id}/on-it")
  String onIt(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String until,
      Person person,
      RedirectAttributes flash) {
    return act(
        "onIt",
        Map.of("until", until),
        id,
        person,
        flash,
        item -> answers.pause(item.id(), FormValues.day(until), person));
  }

  @PostMapping("/tasks/{id}/resume")
  String resume(@PathVariable String id, Person person, RedirectAttributes flash) {
    return act("resumed", Map.of(), id, person, flash, item -> answers.resume(item.id(), person));
  }

  @PostMapping("/tasks/{id}/more-time")
  String moreTime(
      @PathVariable String id,
      @RequestParam(defaultValue = "commitment") String scope,
      @RequestParam(defaultValue = "") String deadline,
      @RequestParam(defaultValue = "") String reason,
      Person person,
      RedirectAttributes flash) {
    return act(
        "moreTime",
        Map.of("scope", scope, "deadline", deadline, "reason", reason),
        id,
        person,
        flash,
        item -> {
          LocalDate day = FormValues.day(deadline);
          flash.addFlashAttribute("scope", scope);
          if (scope.equals("item")) {
            extensions.extend(item.id(), day, reason, person);
          } else {
            acts.extend(item.ref(), new DeadlineRule.Fixed(day, Optional.empty()), reason, person);
          }
        });
  }

  @PostMapping("/tasks/{id}/not-ours")
  String notOurs(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String ministry,
      @RequestParam(defaultValue = "") String reason,
      Person person,
      RedirectAttributes flash) {
    return act(
        "notOurs",
        Map.of("ministry", ministry, "reason", reason),
        id,
        person,
        flash,
        item -> {
          if (ministry.isEmpty()) {
            acts.handBack(item.ref(), reason, person);
          } else {
            acts.reassign(item.ref(), new MinistryCode(ministry), reason, person);
          }
        });
  }

  /**
   * Runs one answer and redirects to the page, with the result or the error and the values entered.
   */
  private String act(
      String name,
      Map<String, String> typed,
      String id,
      Person person,
      RedirectAttributes flash,
      Consumer<ActionItem> act) {
    ActionItem item = items.get(id, person).item();
    try {
      act.accept(item);
      flash.addFlashAttribute("answered", name);
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute("refusedAct", name);
      flash.addFlashAttribute("typed", typed);
    }
    return "redirect:/tasks/" + item.id() + "/answer";
  }
}
