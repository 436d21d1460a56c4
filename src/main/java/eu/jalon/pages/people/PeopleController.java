package eu.jalon.pages.people;

import eu.jalon.directory.Absence;
import eu.jalon.directory.Availability;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.outbox.MailRefusal;
import eu.jalon.outbox.MailRefusals;
import eu.jalon.pages.frame.Names;
import eu.jalon.pages.frame.Words;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.Country;
import eu.jalon.shared.EmailAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The directory, as coordinators and administrators may read it. */
@Workspace
class PeopleController {

  /** The ministries of one country, the coordinating team first. */
  record Side(Country country, boolean changeable, List<Office> offices) {}

  /** A ministry, who works on commitments there, and what is known against its mailbox. */
  record Office(Ministry ministry, @Nullable MailRefusal refusal, List<Member> people) {}

  /** Somebody with what keeps letters from him: his absences and a refused address. */
  record Member(Person person, @Nullable MailRefusal refusal, List<Absence> absences) {}

  private final Directory directory;
  private final Availability availability;
  private final MailRefusals refusals;
  private final Words words;

  PeopleController(
      Directory directory, Availability availability, MailRefusals refusals, Words words) {
    this.directory = directory;
    this.availability = availability;
    this.refusals = refusals;
    this.words = words;
  }

  @GetMapping("/people")
  String people(Person person, Model model) {
    PeopleRights.requireReader(person);
    model.addAttribute("sides", sides(person));
    model.addAttribute("names", Names.of(directory));
    return "people";
  }

  /** Read with a handful of statements, however many people there are. */
  private List<Side> sides(Person reader) {
    var staff = directory.staff();
    var ministries = directory.ministries();
    Map<EmailAddress, MailRefusal> refused = refusals.all();
    var absences =
        availability.absences(words.today()).stream()
            .collect(Collectors.groupingBy(Absence::person));
    return Arrays.stream(Country.values())
        .map(
            country ->
                new Side(
                    country,
                    PeopleRights.mayChange(reader, country),
                    ministries.stream()
                        .filter(ministry -> ministry.country() == country)
                        .sorted(
                            (one, other) ->
                                Boolean.compare(other.coordination(), one.coordination()))
                        .map(
                            ministry ->
                                office(
                                    ministry,
                                    staff.getOrDefault(ministry.code(), List.of()).stream()
                                        .map(
                                            each ->
                                                member(
                                                    each,
                                                    refused,
                                                    absences.getOrDefault(each.id(), List.of())))
                                        .toList(),
                                    refused))
                        .toList()))
        .toList();
  }

  private static Office office(
      Ministry ministry, List<Member> people, Map<EmailAddress, MailRefusal> refused) {
    return new Office(
        ministry, ministry.mailbox().map(box -> refused.get(box.address())).orElse(null), people);
  }

  private static Member member(
      Person person, Map<EmailAddress, MailRefusal> refused, List<Absence> absences) {
    return new Member(person, person.address().map(refused::get).orElse(null), absences);
  }
}
