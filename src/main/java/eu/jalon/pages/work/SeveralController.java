package eu.jalon.pages.work;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemFilter;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.bulk.BulkActions;
import eu.jalon.actionitem.bulk.BulkCompletion;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.ValidationErrors;
import eu.jalon.shared.paging.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers several action items of a ministry at once. */
@Workspace
class SeveralController {

  private final ActionItems items;
  private final BulkCompletion completion;
  private final ValidationMessages messages;
  private final PageFormatter format;

  SeveralController(
      ActionItems items,
      BulkCompletion completion,
      ValidationMessages messages,
      PageFormatter format) {
    this.items = items;
    this.completion = completion;
    this.messages = messages;
    this.format = format;
  }

  @GetMapping("/my-work/several")
  String several(Person person, Model model) {
    List<ActionItemView> open =
        items
            .page(
                ActionItemFilter.of(person.workplace().orElseThrow(), null),
                person,
                new Page.Request(0, BulkActions.MAX_ITEMS))
            .items();
    model.addAttribute("takeCharge", SeveralItems.takeCharge(open));
    model.addAttribute("reports", SeveralItems.reports(open));
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", Map.of("text", format.message("work.trackUsual")));
    }
    return "work/several";
  }

  @PostMapping("/my-work/take-charge")
  String takeCharge(
      @RequestParam(name = "item", defaultValue = "") Set<String> chosen,
      Person person,
      RedirectAttributes flash) {
    return complete(
        "take", "tookCharge", chosen, Map.of(), flash, () -> completion.takeCharge(chosen, person));
  }

  @PostMapping("/my-work/on-track")
  String onTrack(
      @RequestParam(name = "item", defaultValue = "") Set<String> chosen,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String nextOn,
      Person person,
      RedirectAttributes flash) {
    return complete(
        "track",
        "reportedTrack",
        chosen,
        Map.of("text", text, "nextOn", nextOn),
        flash,
        () ->
            completion.reportOnTrack(
                chosen, text, nextOn.isBlank() ? null : FormValues.day(nextOn), person));
  }

  /** Redirects to the first page, or back to the form with the errors and the values entered. */
  private String complete(
      String act,
      String done,
      Set<String> chosen,
      Map<String, String> typed,
      RedirectAttributes flash,
      Supplier<List<ActionItem>> completed) {
    Map<String, Set<String>> refused = new LinkedHashMap<>();
    try {
      flash.addFlashAttribute("doneCount", completed.get().size());
      flash.addFlashAttribute("done", done);
      return "redirect:/my-work";
    } catch (ValidationError error) {
      refused.put(messages.sentence(error), Set.of());
    } catch (ValidationErrors several) {
      several
          .rejected()
          .forEach(
              each ->
                  refused
                      .computeIfAbsent(messages.sentence(each.error()), key -> new TreeSet<>())
                      .add(each.item()));
    }
    flash.addFlashAttribute("refused", refused);
    flash.addFlashAttribute("refusedAct", act);
    flash.addFlashAttribute("ticked", new ArrayList<>(chosen));
    flash.addFlashAttribute("typed", typed);
    return "redirect:/my-work/several";
  }
}
