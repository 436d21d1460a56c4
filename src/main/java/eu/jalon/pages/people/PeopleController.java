package eu.jalon.pages.people;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.register.Viewer;
import eu.jalon.shared.Country;
import java.util.Arrays;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The directory, as coordinators and administrators may read it. */
@Workspace
class PeopleController {

  /** The ministries of one country, the coordinating team first. */
  record Side(Country country, List<Office> offices) {}

  /** A ministry and who works on commitments there. */
  record Office(Ministry ministry, List<Person> people) {}

  private final Directory directory;

  PeopleController(Directory directory) {
    this.directory = directory;
  }

  @GetMapping("/people")
  String people(Person person, Model model) {
    if (!person.is(Role.ADMINISTRATOR)) {
      Viewer.requireCoordinator(person);
    }
    model.addAttribute("sides", sides());
    return "people";
  }

  private List<Side> sides() {
    var staff = directory.staff();
    var ministries = directory.ministries();
    return Arrays.stream(Country.values())
        .map(
            country ->
                new Side(
                    country,
                    ministries.stream()
                        .filter(ministry -> ministry.country() == country)
                        .sorted(
                            (one, other) ->
                                Boolean.compare(other.coordination(), one.coordination()))
                        .map(
                            ministry ->
                                new Office(
                                    ministry, staff.getOrDefault(ministry.code(), List.of())))
                        .toList()))
        .toList();
  }
}
