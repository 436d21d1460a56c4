package eu.jalon.pages.settings;

import eu.jalon.commitment.follow.Followers;
import eu.jalon.directory.Person;
import eu.jalon.directory.absence.Absences;
import eu.jalon.directory.absence.NotificationSettings;
import eu.jalon.pages.frame.FormValues;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.ValidationError;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A user's email settings and absences. */
@Workspace
class SettingsController {

  private static final String PATH = "/emails";
  private static final String PAGE = "redirect:/emails/settings";

  private final Absences availability;
  private final AbsenceFormModel absences;
  private final Followers followers;
  private final ValidationMessages messages;

  SettingsController(
      Absences availability,
      AbsenceFormModel absences,
      Followers followers,
      ValidationMessages messages) {
    this.availability = availability;
    this.absences = absences;
    this.followers = followers;
    this.messages = messages;
  }

  @GetMapping("/emails/settings")
  String settings(Person person, Model model) {
    requireWorkplace(person);
    if (!model.containsAttribute("chosen")) {
      model.addAttribute("chosen", SettingsForm.of(availability.settings(person.id())));
    }
    model.addAttribute(
        "hours",
        IntStream.rangeClosed(NotificationSettings.EARLIEST, NotificationSettings.LATEST)
            .toArray());
    model.addAttribute("week", NotificationSettings.week());
    model.addAttribute("followedCommitments", followers.followed(person));
    absences.show(person, PATH, model);
    return "settings/settings";
  }

  @PostMapping("/emails/settings")
  String choose(
      @RequestParam(defaultValue = "") String hour,
      @RequestParam(defaultValue = "") List<String> weekdays,
      @RequestParam(defaultValue = "") String substitute,
      Person person,
      RedirectAttributes flash) {
    requireWorkplace(person);
    SettingsForm form = new SettingsForm(hour, weekdays, substitute);
    try {
      availability.saveSettings(person.id(), form.settings(), person);
      flash.addFlashAttribute("answer", "saved");
    } catch (ValidationError error) {
      flash.addFlashAttribute("chosen", form);
      flash.addFlashAttribute("refused", messages.sentence(error));
    }
    return PAGE;
  }

  @PostMapping("/emails/absences")
  String enter(@ModelAttribute AbsenceForm form, Person person, RedirectAttributes flash) {
    requireWorkplace(person);
    try {
      availability.enter(form.of(person.id()), person);
      flash.addFlashAttribute("answer", "entered");
    } catch (ValidationError error) {
      flash.addFlashAttribute("typed", form);
      flash.addFlashAttribute("refusedAbsence", messages.sentence(error));
    }
    return PAGE;
  }

  @PostMapping("/emails/absences/{id}/remove")
  String remove(@PathVariable long id, Person person, RedirectAttributes flash) {
    requireWorkplace(person);
    try {
      availability.remove(person.id(), id, person);
      flash.addFlashAttribute("answer", "removed");
    } catch (ValidationError error) {
      flash.addFlashAttribute("refusedAbsence", messages.sentence(error));
    }
    return PAGE;
  }

  private static void requireWorkplace(Person person) {
    if (person.workplace().isEmpty()) {
      throw ValidationError.forbidden("settings.noWorkplace");
    }
  }

  /** The form of the settings, as entered. */
  record SettingsForm(String hour, List<String> weekdays, String substitute)
      implements Serializable {

    static SettingsForm of(NotificationSettings settings) {
      return new SettingsForm(
          String.valueOf(settings.hour()),
          settings.weekdays().stream().map(DayOfWeek::name).toList(),
          settings.standIn().map(Object::toString).orElse(""));
    }

    NotificationSettings settings() {
      return new NotificationSettings(
          FormValues.number("hour", hour),
          FormValues.weekdays(weekdays),
          FormValues.person(substitute));
    }
  }
}
