package eu.jalon.pages.overdue;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.bulk.BulkActions;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.reminder.manual.ManualReminders;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.ValidationErrors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Actions of coordinators on the selected overdue items, applied to all of them or to none. */
@Workspace
class OverdueActionsController {

  /** The maximum number of names in the confirmation. */
  private static final int NAMED = 20;

  private final ManualReminders reminders;
  private final BulkActions acts;
  private final Directory directory;
  private final ValidationMessages messages;
  private final PageFormatter format;

  OverdueActionsController(
      ManualReminders reminders,
      BulkActions acts,
      Directory directory,
      ValidationMessages messages,
      PageFormatter format) {
    this.reminders = reminders;
    this.acts = acts;
    this.directory = directory;
    this.messages = messages;
    this.format = format;
  }

  /**
   * The action form below the list.
   *
   * @param deadline a day, where no number of days is given
   * @param days the number of days before the next summit
   * @param unit {@code working} or {@code calendar} days
   * @param to the new lead ministry
   */
  record Chosen(String act, String deadline, String days, String unit, String to, String reason) {

    Map<String, String> typed() {
      return Map.of(
          "act", act, "deadline", deadline, "days", days, "unit", unit, "to", to, "reason", reason);
    }

    DeadlineRule wanted() {
      if (days.isBlank()) {
        return new DeadlineRule.Fixed(FormValues.day(deadline), Optional.empty());
      }
      if (!deadline.isBlank()) {
        throw ValidationError.invalid("selection.twoDeadlines", deadline, days);
      }
      return DeadlineRule.parse(FormValues.beforeSummit(days, unit));
    }
  }

  /** The result: the number of items, and the people or items concerned. */
  private record Done(int count, List<String> named, boolean proposed) {

    String names() {
      String first = named.stream().sorted().limit(NAMED).collect(Collectors.joining(" · "));
      return named.size() > NAMED ? first + " …" : first;
    }
  }

  @PostMapping("/overdue/acts")
  String act(
      OverdueQuery query,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(name = "item", defaultValue = "") Set<String> items,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String deadline,
      @RequestParam(defaultValue = "") String days,
      @RequestParam(defaultValue = "calendar") String unit,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String reason,
      Person person,
      RedirectAttributes flash) {
    Viewer.requireCoordinator(person);
    Chosen chosen = new Chosen(act, deadline, days, unit, to, reason);
    try {
      Done done = act(chosen, items, person);
      flash.addFlashAttribute("done", done.proposed() ? "proposed" : act);
      flash.addFlashAttribute("doneCount", done.count());
      flash.addFlashAttribute("doneFor", done.names());
    } catch (ValidationError error) {
      refused(Map.of(messages.sentence(error), Set.of()), chosen, items, flash);
    } catch (ValidationErrors several) {
      refused(bySentence(several), chosen, items, flash);
    }
    // Values of the query are encoded: a redirect expands expressions in braces.
    return "redirect:" + query.link(OverdueQuery.PATH).page(page);
  }

  private Done act(Chosen chosen, Set<String> items, Person person) {
    return switch (chosen.act()) {
      case "reminder" -> reminded(reminders.remind(items, chosen.reason(), person));
      case "extend" -> {
        BulkActions.Extended extended =
            acts.extend(items, chosen.wanted(), chosen.reason(), person);
        yield done(extended.items(), null, extended.proposed() > 0);
      }
      case "reassign" -> {
        MinistryCode to = new MinistryCode(chosen.to());
        yield done(acts.reassign(items, to, chosen.reason(), person), to, false);
      }
      default -> throw ValidationError.invalid("selection.act", chosen.act());
    };
  }

  private Done reminded(ManualReminders.Result asked) {
    DirectoryNames names = DirectoryNames.of(directory);
    return new Done(
        asked.items().size(),
        asked.people().stream().map(person -> format.in(names.person(person))).toList(),
        false);
  }

  private Done done(List<ActionItem> done, @Nullable MinistryCode to, boolean proposed) {
    DirectoryNames names = DirectoryNames.of(directory);
    String then = to == null ? "" : " → " + format.in(names.ministry(to));
    return new Done(
        done.size(),
        done.stream()
            .map(
                item -> item.ref() + " (" + format.in(names.ministry(item.ministry())) + then + ")")
            .toList(),
        proposed);
  }

  /** Each message once, with all items it is about. */
  private Map<String, Set<String>> bySentence(ValidationErrors several) {
    Map<String, Set<String>> sentences = new LinkedHashMap<>();
    several
        .rejected()
        .forEach(
            item ->
                sentences
                    .computeIfAbsent(messages.sentence(item.error()), key -> new TreeSet<>())
                    .add(item.item()));
    return sentences;
  }

  /** Redirects with the errors, the selection and the values entered. */
  private static void refused(
      Map<String, Set<String>> why, Chosen chosen, Set<String> items, RedirectAttributes flash) {
    flash.addFlashAttribute("refused", why);
    flash.addFlashAttribute("typed", chosen.typed());
    flash.addFlashAttribute("ticked", items);
  }
}
