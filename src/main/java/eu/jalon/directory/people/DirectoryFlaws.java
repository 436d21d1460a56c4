package eu.jalon.directory.people;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.PeopleRights;
import eu.jalon.directory.Person;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds ministries that no reminder reaches, and addresses that several accounts have. */
@Service
@Transactional(readOnly = true)
public class DirectoryFlaws {

  private final Directory directory;

  DirectoryFlaws(Directory directory) {
    this.directory = directory;
  }

  /**
   * What is to be mended.
   *
   * @param withoutReader ministries without a mailbox and without a person with an address
   * @param sharedAddresses the accounts of each address that more than one of them has
   */
  public record Flaws(List<MinistryCode> withoutReader, List<List<PersonId>> sharedAddresses) {

    public boolean any() {
      return !withoutReader.isEmpty() || !sharedAddresses.isEmpty();
    }
  }

  /** Returns the flaws of the whole directory. */
  public Flaws all() {
    Directory.Listing listing = directory.listing();
    Map<MinistryCode, List<Person>> staff =
        listing.people().values().stream()
            .filter(person -> !person.closed())
            .sorted(Comparator.comparing(person -> person.id().value()))
            .collect(Collectors.groupingBy(person -> person.workplace().orElseThrow()));
    List<MinistryCode> withoutReader =
        listing.ministries().values().stream()
            .filter(Ministry::isOpen)
            .filter(ministry -> ministry.mailbox().isEmpty())
            .map(Ministry::code)
            .filter(
                code ->
                    staff.getOrDefault(code, List.of()).stream()
                        .noneMatch(person -> person.address().isPresent()))
            .toList();
    Map<String, List<PersonId>> byAddress =
        staff.values().stream()
            .flatMap(List::stream)
            .filter(person -> person.address().isPresent())
            .collect(
                Collectors.groupingBy(
                    person -> person.address().orElseThrow().value().toLowerCase(Locale.ROOT),
                    TreeMap::new,
                    Collectors.mapping(Person::id, Collectors.toList())));
    return new Flaws(
        withoutReader, byAddress.values().stream().filter(people -> people.size() > 1).toList());
  }

  /** Returns the flaws that the user can mend. */
  public Flaws of(Person by) {
    Flaws all = all();
    return new Flaws(
        all.withoutReader().stream()
            .filter(code -> PeopleRights.mayChange(by, code.party()))
            .toList(),
        all.sharedAddresses().stream()
            .filter(
                people ->
                    people.stream()
                        .flatMap(id -> directory.person(id).stream())
                        .anyMatch(person -> PeopleRights.manages(by, person)))
            .toList());
  }
}
