package eu.jalon.api.directory;

import eu.jalon.api.support.ItemList;
import eu.jalon.directory.Person;
import eu.jalon.directory.absence.Absence;
import eu.jalon.directory.absence.Absences;
import eu.jalon.directory.absence.NotificationSettings;
import eu.jalon.shared.PersonId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Absences, substitutes and notification settings. */
@RestController
@RequestMapping("/api/people/{id}")
class AbsencesApi {

  private final Absences absences;

  AbsencesApi(Absences absences) {
    this.absences = absences;
  }

  /** A new absence; both dates are inclusive. */
  record AbsenceRequest(
      @NotNull LocalDate from, @NotNull LocalDate until, @Nullable PersonId substitute) {}

  /** An absence. */
  record AbsenceView(long id, LocalDate from, LocalDate until, @Nullable String substitute) {

    static AbsenceView of(Absence absence) {
      return new AbsenceView(
          absence.id(),
          absence.from(),
          absence.until(),
          absence.standIn().map(PersonId::value).orElse(null));
    }
  }

  /** The current and future absences. */
  @GetMapping("/absence")
  ItemList<AbsenceView> absences(@PathVariable PersonId id, Person reader) {
    List<AbsenceView> views =
        absences.absencesOf(id, reader).stream().map(AbsenceView::of).toList();
    return new ItemList<>(views, 0, Math.max(1, views.size()), views.size());
  }

  /** Saves an absence and replaces those that it overlaps. */
  @PutMapping("/absence")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void enter(@PathVariable PersonId id, @Valid @RequestBody AbsenceRequest absence, Person by) {
    absences.enter(new Absence(0, id, absence.from(), absence.until(), absence.substitute()), by);
  }

  @DeleteMapping("/absence/{absence}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable PersonId id, @PathVariable long absence, Person by) {
    absences.remove(id, absence, by);
  }

  /**
   * When a user receives e-mails.
   *
   * @param hour the earliest hour, Europe/Brussels
   */
  record NotificationSettingsView(
      @NotNull Integer hour, @NotNull Set<DayOfWeek> weekdays, @Nullable PersonId substitute) {}

  @GetMapping("/notification-settings")
  NotificationSettingsView settings(@PathVariable PersonId id, Person reader) {
    NotificationSettings settings = absences.settingsOf(id, reader);
    return new NotificationSettingsView(
        settings.hour(), settings.weekdays(), settings.substitute());
  }

  @PutMapping("/notification-settings")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void choose(
      @PathVariable PersonId id, @Valid @RequestBody NotificationSettingsView settings, Person by) {
    absences.saveSettings(
        id,
        new NotificationSettings(settings.hour(), settings.weekdays(), settings.substitute()),
        by);
  }
}
