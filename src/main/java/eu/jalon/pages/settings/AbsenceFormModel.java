package eu.jalon.pages.settings;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.absence.Absences;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.shared.PersonId;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Adds the absences of one person and their form to the model of a page. */
@Component
public class AbsenceFormModel {

  private final Absences availability;
  private final Directory directory;

  AbsenceFormModel(Absences availability, Directory directory) {
    this.availability = availability;
    this.directory = directory;
  }

  /**
   * Adds the absences and the form.
   *
   * @param path the path of the forms
   */
  public void show(Person person, String path, Model model) {
    DirectoryNames names = DirectoryNames.of(directory);
    model.addAttribute("names", names);
    model.addAttribute("absences", availability.absencesOf(person));
    model.addAttribute("absencePath", path);
    model.addAttribute("colleagues", colleagues(person, names));
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", AbsenceForm.EMPTY);
    }
  }

  private static List<Person> colleagues(Person person, DirectoryNames names) {
    return names.people().values().stream()
        .filter(other -> other.workplace().equals(person.workplace()))
        .filter(other -> !other.id().equals(person.id()))
        .sorted(Comparator.<Person, PersonId>comparing(Person::id))
        .toList();
  }
}
