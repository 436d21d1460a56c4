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

/** When people can be reached, and who stands in for them. */
@RestController
@RequestMapping("/api/people/{id}")
class AbsencesApi {

  private final Absences availability;

  AbsencesApi(Absences availability) {
    this.availability = availability;
  }

  /** Days away, both ends included. */
  record AbsenceEntry(
      @NotNull LocalDate from, @NotNull LocalDate until, @Nullable PersonId substitute) {}

  /** An absence that is entered. */
  record AbsenceView(long id, LocalDate from, LocalDate until, @Nullable String substitute) {

    static AbsenceView of(Absence absence) {
      return new AbsenceView(
          absence.id(),
          absence.from(),
          absence.until(),
          absence.standIn().map(PersonId::value).orElse(null));
    }
  }

  /** The absences of today and later. */
  @GetMapping("/absence")
  ItemList<AbsenceView> absences(@PathVariable PersonId id, Person reader) {
    List<AbsenceView> views =
        availability.absencesOf(id, reader).stream().map(AbsenceView::of).toList();
    return new ItemList<>(views, 0, Math.max(1, views.size()), views.size());
  }

  /** Enters an absence in the place of those it overlaps. */
  @PutMapping("/absence")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void enter(@PathVariable PersonId id, @Valid @RequestBody AbsenceEntry entry, Person by) {
    availability.enter(new Absence(0, id, entry.from(), entry.until(), entry.substitute()), by);
  }

  @DeleteMapping("/absence/{absence}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable PersonId id, @PathVariable long absence, Person by) {
    availability.remove(id, absence, by);
  }

  /** From which hour and on which weekdays a person wants his emails. */
  record Settings(
      @NotNull Integer hour, @NotNull Set<DayOfWeek> weekdays, @Nullable PersonId substitute) {}

  @GetMapping("/notification-settings")
  Settings settings(@PathVariable PersonId id, Person reader) {
    NotificationSettings settings = availability.settingsOf(id, reader);
    return new Settings(settings.hour(), settings.weekdays(), settings.substitute());
  }

  @PutMapping("/notification-settings")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void choose(@PathVariable PersonId id, @Valid @RequestBody Settings settings, Person by) {
    availability.saveSettings(
        id,
        new NotificationSettings(settings.hour(), settings.weekdays(), settings.substitute()),
        by);
  }
}
