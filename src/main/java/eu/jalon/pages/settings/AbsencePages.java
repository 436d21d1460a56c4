package eu.jalon.pages.settings;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.absence.Absences;
import eu.jalon.pages.frame.Names;
import eu.jalon.shared.PersonId;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a page needs to show and to enter the absences of one person. */
@Component
public class AbsencePages {

  private final Absences availability;
  private final Directory directory;

  AbsencePages(Absences availability, Directory directory) {
    this.availability = availability;
    this.directory = directory;
  }

  /**
   * Adds them to a page.
   *
   * @param path where the forms go to
   */
  public void show(Person person, String path, Model model) {
    Names names = Names.of(directory);
    model.addAttribute("names", names);
    model.addAttribute("absences", availability.absencesOf(person.id()));
    model.addAttribute("absencePath", path);
    model.addAttribute("colleagues", colleagues(person, names));
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", AbsenceForm.EMPTY);
    }
  }

  private static List<Person> colleagues(Person person, Names names) {
    return names.people().values().stream()
        .filter(other -> other.workplace().equals(person.workplace()))
        .filter(other -> !other.id().equals(person.id()))
        .sorted(Comparator.<Person, PersonId>comparing(Person::id))
        .toList();
  }
}
