package eu.jalon.directory.file;

import eu.jalon.directory.Directory;
import eu.jalon.directory.JdbcMinistries;
import eu.jalon.directory.JdbcPeople;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FileName;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters and corrects people: one by hand, or many from a file that is looked at first. All of a
 * file is entered or nothing, only onto the directory that was looked at, and whom it does not name
 * stays as he is.
 */
@Service
@Transactional
public class PeopleImport {

  /** A file nobody said yes to is forgotten after that. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcMinistries ministries;
  private final JdbcPeople people;
  private final JdbcPeopleFiles files;
  private final Directory directory;
  private final Clock clock;

  PeopleImport(
      JdbcMinistries ministries,
      JdbcPeople people,
      JdbcPeopleFiles files,
      Directory directory,
      Clock clock) {
    this.ministries = ministries;
    this.people = people;
    this.files = files;
    this.directory = directory;
    this.clock = clock;
  }

  /** A file that waits for a yes. */
  record Kept(UUID id, String name, String content) {}

  /** A file and what it would change. */
  public record Preview(String name, PeopleChanges changes) {}

  /** The people a person may export, who are those he may read about, in the order of their ids. */
  @Transactional(readOnly = true)
  public List<Person> exported(Person by) {
    requireDesk(by);
    return people.all().stream()
        .filter(person -> by.is(Role.ADMINISTRATOR) || person.workplace().isPresent())
        .toList();
  }

  /**
   * Keeps a file for its preview; an earlier one of the same person is forgotten. Refuses one that
   * is no table of people at all; what is wrong with single lines is for the preview to say.
   */
  public UUID upload(String name, byte[] content, Person by) {
    requireDesk(by);
    String text = PeopleFile.text(content);
    PeopleFile.read(text);
    UUID id = UUID.randomUUID();
    files.dropBefore(clock.instant().minus(KEPT));
    files.keep(id, by.id(), clock.instant(), FileName.of(name).value(), text);
    return id;
  }

  /** What a file would change as the directory is now; refuses one that is not his. */
  @Transactional(readOnly = true)
  public Preview preview(UUID id, Person by) {
    requireDesk(by);
    Kept file = kept(id, by);
    return new Preview(file.name(), changes(file, by));
  }

  /**
   * Enters a file. Refuses where a line is refused, where nothing changes, and where the directory
   * is no longer the one that was looked at.
   *
   * @param seen as in {@link PeopleChanges#seen}
   * @return what was changed
   */
  public PeopleChanges enter(UUID id, String seen, Person by) {
    requireDesk(by);
    people.lock();
    Kept file = kept(id, by);
    PeopleChanges changes = changes(file, by);
    if (!changes.seen().equals(seen)) {
      throw ValidationError.conflict("peopleFile.changed");
    }
    if (!changes.isEnterable()) {
      throw ValidationError.conflict("peopleFile.notEnterable");
    }
    directory.enter(List.of(), changes.people());
    if (!files.drop(id)) {
      throw ValidationError.conflict("peopleFile.changed");
    }
    return changes;
  }

  /** What is wrong with an address, and in which language somebody is written to. */
  public record Correction(
      @Nullable EmailAddress was, @Nullable EmailAddress email, Language language) {}

  /**
   * Gives somebody another address or language. Refuses what the rules of the file refuse, and an
   * address that somebody else changed meanwhile.
   *
   * @return what was changed, column by column; empty where nothing was
   */
  public List<PeopleChanges.Field> correct(PersonId id, Correction correction, Person by) {
    people.lock();
    Person before =
        people.find(id).orElseThrow(() -> ValidationError.notFound("person.unknown", id));
    Person after =
        new Person(
            id,
            before.name(),
            correction.email(),
            correction.language(),
            before.role(),
            before.ministry());
    PeopleRules.require(
        before,
        after,
        ministries.all().stream()
            .filter(Ministry::coordination)
            .map(Ministry::code)
            .collect(Collectors.toSet()),
        by);
    PeopleRules.requireOwnAddress(after, people.all());
    if (!Objects.equals(before.email(), correction.was())) {
      throw ValidationError.conflict("people.addressChanged", id);
    }
    List<PeopleChanges.Field> fields = PeopleChanges.fields(before, after);
    if (!fields.isEmpty()) {
      directory.enter(List.of(), List.of(after));
    }
    return fields;
  }

  private PeopleChanges changes(Kept file, Person by) {
    List<Person> all = people.all().stream().sorted(Comparator.comparing(Person::id)).toList();
    return new PeopleComparison(ministries.all(), all, by).with(PeopleFile.read(file.content()));
  }

  private Kept kept(UUID id, Person by) {
    return files
        .find(id, by.id())
        .orElseThrow(() -> ValidationError.notFound("peopleFile.unknown"));
  }

  private static void requireDesk(Person by) {
    if (by.is(Role.FOCAL_POINT)) {
      throw ValidationError.forbidden("register.coordinatorOnly");
    }
  }
}
