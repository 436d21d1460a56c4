package eu.jalon.pages.people;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Parties;
import eu.jalon.directory.PeopleRights;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.absence.Absence;
import eu.jalon.directory.absence.Absences;
import eu.jalon.directory.absence.NotificationSettings;
import eu.jalon.directory.people.DirectoryFlaws;
import eu.jalon.mail.bounce.UndeliverableAddress;
import eu.jalon.mail.bounce.UndeliverableAddresses;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ListFiles;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.paging.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The directory, for coordinators and administrators. */
@Workspace
class PeopleController {

  /** People on a page; a ministry without people counts as one. */
  static final int PAGE = 100;

  /** The ministries of one party, the coordinating team first. */
  record Side(PartyCode party, boolean changeable, List<Office> offices) {}

  /** A ministry with its people and the delivery failure of its mailbox, if any. */
  record Office(Ministry ministry, @Nullable UndeliverableAddress refusal, List<Member> people) {

    private Office with(List<Member> shown) {
      return new Office(ministry, refusal, shown);
    }
  }

  /**
   * A person with absences and the delivery failure of the address, if any.
   *
   * @param standIn the standing substitute, used unless an absence names another person
   */
  record Member(
      Person person,
      @Nullable UndeliverableAddress refusal,
      List<Absence> absences,
      @Nullable PersonId standIn) {}

  /** A row of the list: a person with the ministry, or a ministry without people. */
  private record Line(Office office, @Nullable Member member) {}

  private final Directory directory;
  private final Parties parties;
  private final Absences availability;
  private final UndeliverableAddresses undeliverable;
  private final DirectoryFlaws flaws;
  private final FaultSentences faults;
  private final ListFiles files;
  private final PageFormatter format;

  PeopleController(
      Directory directory,
      Parties parties,
      Absences availability,
      UndeliverableAddresses undeliverable,
      DirectoryFlaws flaws,
      FaultSentences faults,
      ListFiles files,
      PageFormatter format) {
    this.directory = directory;
    this.parties = parties;
    this.availability = availability;
    this.undeliverable = undeliverable;
    this.flaws = flaws;
    this.faults = faults;
    this.files = files;
    this.format = format;
  }

  @GetMapping("/people")
  String people(
      @ModelAttribute PeopleQuery query,
      @RequestParam(defaultValue = "0") int page,
      Person person,
      Model model) {
    PeopleRights.requireReader(person);
    Page.Request at = new Page.Request(page, PAGE);
    List<Line> all = offices().stream().flatMap(each -> lines(each, query).stream()).toList();
    Page<Line> found =
        Page.of(all.stream().skip(at.offset()).limit(at.size()).toList(), at, all.size());
    model.addAttribute("faults", faults.of(person));
    model.addAttribute("sides", sides(found.items(), person));
    model.addAttribute("list", query.link());
    model.addAttribute("pager", Pager.of(found, query.link()));
    model.addAttribute("found", all.stream().filter(line -> line.member() != null).count());
    model.addAttribute("query", query);
    model.addAttribute("parties", parties.around(person));
    model.addAttribute("roles", List.of(Role.FOCAL_POINT, Role.COORDINATOR));
    model.addAttribute("languages", Language.known());
    model.addAttribute("states", List.of(PeopleQuery.State.values()));
    model.addAttribute("names", DirectoryNames.of(directory));
    model.addAttribute("flaws", flaws.of(person));
    return "people/people";
  }

  @GetMapping({"/people.csv", "/people.xlsx"})
  ResponseEntity<byte[]> file(
      @ModelAttribute PeopleQuery query, Person reader, HttpServletRequest request)
      throws IOException {
    PeopleRights.requireReader(reader);
    List<PartyCode> around = parties.around(reader);
    List<Line> all =
        offices().stream()
            .filter(office -> around.contains(office.ministry().party()))
            .flatMap(each -> lines(each, query).stream())
            .toList();
    return files.send(
        format.message("people.title"),
        List.<ListFiles.ListColumn<Line>>of(
            column("words.sheetParty", 12, line -> format.party(line.office().ministry().party())),
            column("words.sheetMinistry", 40, line -> format.in(line.office().ministry().name())),
            column("words.sheetPerson", 30, line -> of(line, p -> format.in(p.name()))),
            column("people.role", 18, line -> of(line, p -> format.term("role", p.role()))),
            column("people.language", 12, line -> of(line, p -> format.ownName(p.language()))),
            column(
                "words.sheetAddress",
                34,
                line ->
                    line.member() == null
                        ? line.office()
                            .ministry()
                            .mailbox()
                            .map(b -> b.address().value())
                            .orElse(null)
                        : of(line, p -> p.address().map(EmailAddress::value).orElse(null)))),
        Page.of(all, new Page.Request(0, PAGE), all.size()),
        request);
  }

  private ListFiles.ListColumn<Line> column(
      String key, int width, Function<Line, ? extends @Nullable Object> cell) {
    return new ListFiles.ListColumn<>(format.message(key), width, cell);
  }

  private static @Nullable String of(Line line, Function<Person, @Nullable String> value) {
    return line.member() == null ? null : value.apply(line.member().person());
  }

  private static List<Line> lines(Office office, PeopleQuery query) {
    if (!query.shows(office)) {
      return List.of();
    }
    List<Line> lines =
        office.people().stream()
            .filter(member -> query.shows(office, member))
            .map(member -> new Line(office, member))
            .toList();
    return lines.isEmpty() && query.showsEmpty(office) ? List.of(new Line(office, null)) : lines;
  }

  private List<Side> sides(List<Line> lines, Person reader) {
    return parties.around(reader).stream()
        .map(
            party ->
                new Side(
                    party,
                    PeopleRights.mayChange(reader, party),
                    together(
                        lines.stream()
                            .filter(line -> line.office().ministry().party().equals(party))
                            .toList())))
        .filter(side -> !side.offices().isEmpty())
        .toList();
  }

  /** Combines consecutive rows of the same ministry. */
  private static List<Office> together(List<Line> lines) {
    List<Office> offices = new ArrayList<>();
    lines.stream()
        .collect(Collectors.groupingBy(Line::office, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (office, each) ->
                offices.add(
                    office.with(
                        each.stream().map(Line::member).filter(Objects::nonNull).toList())));
    return offices;
  }

  /**
   * All ministries with their people, read with a fixed number of statements: Belgium's first, each
   * party's coordinating team before the others.
   */
  private List<Office> offices() {
    Map<MinistryCode, List<Person>> staff = directory.staff();
    Map<EmailAddress, UndeliverableAddress> refused = undeliverable.all();
    Map<PersonId, List<Absence>> absences =
        availability.absences(format.today()).stream()
            .collect(Collectors.groupingBy(Absence::person));
    Map<PersonId, NotificationSettings> settings = availability.settings();
    return directory.ministries().stream()
        .sorted(
            Comparator.comparing(Ministry::party)
                .thenComparing(ministry -> !ministry.coordination())
                .thenComparing(Ministry::code))
        .map(
            ministry ->
                new Office(
                    ministry,
                    ministry.mailbox().map(box -> refused.get(box.address())).orElse(null),
                    staff.getOrDefault(ministry.code(), List.of()).stream()
                        .map(each -> member(each, refused, absences, settings))
                        .toList()))
        .toList();
  }

  private static Member member(
      Person person,
      Map<EmailAddress, UndeliverableAddress> refused,
      Map<PersonId, List<Absence>> absences,
      Map<PersonId, NotificationSettings> settings) {
    NotificationSettings chosen = settings.get(person.id());
    return new Member(
        person,
        person.address().map(refused::get).orElse(null),
        absences.getOrDefault(person.id(), List.of()),
        chosen == null ? null : chosen.substitute());
  }
}
