package eu.jalon.pages.people;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Parties;
import eu.jalon.directory.PeopleRights;
import eu.jalon.directory.Person;
import eu.jalon.directory.ministry.MinistryActs;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.transition.merge.MinistryMerge;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds a ministry, renames it from a day on, and merges it into another one after a preview. */
@Workspace
class MinistryController {

  private static final String PAGE = "redirect:/people/ministries/";

  private final Directory directory;
  private final Parties parties;
  private final MinistryActs acts;
  private final MinistryMerge mergers;
  private final PageFormatter format;
  private final ValidationMessages messages;

  MinistryController(
      Directory directory,
      Parties parties,
      MinistryActs acts,
      MinistryMerge mergers,
      PageFormatter format,
      ValidationMessages messages) {
    this.directory = directory;
    this.parties = parties;
    this.acts = acts;
    this.mergers = mergers;
    this.format = format;
    this.messages = messages;
  }

  /** The form of a ministry, as entered. */
  record MinistryForm(
      @Nullable String code, @Nullable Map<String, String> name, @Nullable String from)
      implements Serializable {

    static final MinistryForm EMPTY = new MinistryForm(null, Map.of(), null);

    MinistryForm(@Nullable String code, @Nullable Map<String, String> name, @Nullable String from) {
      this.code = code == null ? null : code.strip();
      this.name = name == null ? Map.of() : name;
      this.from = from;
    }

    LocalText names() {
      return LocalText.given(name == null ? Map.of() : name)
          .orElseThrow(() -> ValidationError.ofField("people.nameMissing", "name"));
    }
  }

  @GetMapping("/people/ministries/new")
  String ask(Person person, Model model) {
    PeopleRights.requireReader(person);
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", MinistryForm.EMPTY);
    }
    return "people/ministry-new";
  }

  @PostMapping("/people/ministries/new")
  String add(@ModelAttribute("form") MinistryForm form, Person person, RedirectAttributes flash) {
    PeopleRights.requireReader(person);
    try {
      MinistryCode code = new MinistryCode(form.code() == null ? "" : form.code());
      parties.get(code.party());
      acts.add(code, form.names(), person);
      flash.addFlashAttribute("done", "added");
      return PAGE + code;
    } catch (ValidationError error) {
      return refused(error, form, flash, "new");
    }
  }

  /** The ministry, and what a merger would move if another ministry is chosen. */
  @GetMapping("/people/ministries/{code}")
  String ministry(
      @PathVariable MinistryCode code,
      @RequestParam(defaultValue = "") String into,
      Person person,
      Model model) {
    MinistryActs.Details details = acts.details(code, person);
    Ministry ministry = details.ministry();
    model.addAttribute("details", details);
    model.addAttribute("ministry", ministry);
    model.addAttribute(
        "others",
        directory.ministries().stream()
            .filter(other -> other.party().equals(code.party()) && !other.coordination())
            .filter(other -> !other.code().equals(code))
            .toList());
    model.addAttribute("today", format.today());
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", new MinistryForm(null, ministry.name().byCode(), null));
    }
    if (!into.isEmpty()) {
      try {
        model.addAttribute("effect", mergers.preview(code, new MinistryCode(into), person));
      } catch (ValidationError error) {
        model.addAttribute("refused", messages.sentence(error));
      }
    }
    return "people/ministry";
  }

  @PostMapping("/people/ministries/{code}/rename")
  String rename(
      @PathVariable MinistryCode code,
      @RequestParam(defaultValue = "-1") int version,
      @ModelAttribute("form") MinistryForm form,
      Person person,
      RedirectAttributes flash) {
    acts.details(code, person);
    try {
      acts.rename(
          code,
          form.names(),
          FormValues.day(form.from() == null ? "" : form.from()),
          version,
          person);
      flash.addFlashAttribute("done", "renamed");
      return PAGE + code;
    } catch (ValidationError error) {
      return refused(error, form, flash, code.value());
    }
  }

  @PostMapping("/people/ministries/{code}/merge")
  String merge(
      @PathVariable MinistryCode code,
      @RequestParam(defaultValue = "") String into,
      @RequestParam(defaultValue = "") String reason,
      Person person,
      RedirectAttributes flash) {
    acts.details(code, person);
    try {
      mergers.merge(code, new MinistryCode(into), reason, person);
      flash.addFlashAttribute("done", "merged");
      return PAGE + code;
    } catch (ValidationError error) {
      flash.addFlashAttribute("reason", reason);
      return refused(error, null, flash, code + "?into=" + (into.matches("[A-Z-]+") ? into : ""));
    }
  }

  private String refused(
      ValidationError error, @Nullable MinistryForm form, RedirectAttributes flash, String page) {
    if (error.kind() == ValidationError.Kind.FORBIDDEN) {
      throw error;
    }
    flash.addFlashAttribute("refused", messages.sentence(error));
    if (form != null) {
      flash.addFlashAttribute("form", form);
    }
    return PAGE + page;
  }
}
