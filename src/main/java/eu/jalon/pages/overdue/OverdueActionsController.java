package eu.jalon.pages.overdue;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.bulk.BulkActions;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewer;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.pages.frame.PageFormatter;
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

/** What coordinators do with the overdue items they ticked: with all of them or with none. */
@Workspace
class OverdueActionsController {

  /** So many are named in the line that says what was done. */
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
   * What was chosen below the list.
   *
   * @param deadline a day, where no rule is given
   * @param rule a deadline by its written form: {@code S-30}
   * @param to the ministry that is to carry it
   */
  record Chosen(String act, String deadline, String rule, String to, String reason) {

    Map<String, String> typed() {
      return Map.of("act", act, "deadline", deadline, "rule", rule, "to", to, "reason", reason);
    }

    DeadlineRule wanted() {
      if (rule.isBlank()) {
        return new DeadlineRule.Fixed(FormValues.day(deadline), Optional.empty());
      }
      if (!deadline.isBlank()) {
        throw ValidationError.invalid("selection.twoDeadlines", deadline, rule);
      }
      return DeadlineRule.parse(rule);
    }
  }

  /** What was done: with how many, and for whom or about what. */
  private record Done(int count, List<String> named) {

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
      @RequestParam(defaultValue = "") String rule,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String reason,
      Person person,
      RedirectAttributes flash) {
    Viewer.requireCoordinator(person);
    Chosen chosen = new Chosen(act, deadline, rule, to, reason);
    try {
      Done done = act(chosen, items, person);
      flash.addFlashAttribute("done", act);
      flash.addFlashAttribute("doneCount", done.count());
      flash.addFlashAttribute("doneFor", done.names());
    } catch (ValidationError error) {
      refused(Map.of(messages.sentence(error), Set.of()), chosen, items, flash);
    } catch (ValidationErrors several) {
      refused(bySentence(several), chosen, items, flash);
    }
    // Values of the query are encoded: a redirect would look for values of what stands in braces.
    return "redirect:" + query.link(OverdueQuery.PATH).page(page);
  }

  private Done act(Chosen chosen, Set<String> items, Person person) {
    return switch (chosen.act()) {
      case "reminder" -> reminded(reminders.remind(items, chosen.reason(), person));
      case "extend" -> done(acts.extend(items, chosen.wanted(), chosen.reason(), person), null);
      case "reassign" -> {
        MinistryCode to = new MinistryCode(chosen.to());
        yield done(acts.reassign(items, to, chosen.reason(), person), to);
      }
      default -> throw ValidationError.invalid("selection.act", chosen.act());
    };
  }

  private Done reminded(ManualReminders.Result asked) {
    DirectoryNames names = DirectoryNames.of(directory);
    return new Done(
        asked.items().size(),
        asked.people().stream().map(person -> format.in(names.person(person))).toList());
  }

  private Done done(List<ActionItem> done, @Nullable MinistryCode to) {
    DirectoryNames names = DirectoryNames.of(directory);
    String then = to == null ? "" : " → " + format.in(names.ministry(to));
    return new Done(
        done.size(),
        done.stream()
            .map(item -> item.ref() + " (" + format.in(names.ministry(item.ministry())) + then + ")")
            .toList());
  }

  /** Each sentence once, with all it is about. */
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

  /** The page again: why not, and with all that was ticked and typed. */
  private static void refused(
      Map<String, Set<String>> why, Chosen chosen, Set<String> items, RedirectAttributes flash) {
    flash.addFlashAttribute("refused", why);
    flash.addFlashAttribute("typed", chosen.typed());
    flash.addFlashAttribute("ticked", items);
  }
}
