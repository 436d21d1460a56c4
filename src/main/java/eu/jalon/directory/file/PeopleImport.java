package eu.jalon.directory.file;

import eu.jalon.directory.Directory;
import eu.jalon.directory.JdbcMinistries;
import eu.jalon.directory.JdbcPeople;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.people.PeopleRules;
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
 * Imports people from a file after a preview, and corrects single people. A file is imported
 * completely or not at all, only if the directory is unchanged since the preview; people who are
 * not in the file stay unchanged.
 */
@Service
@Transactional
public class PeopleImport {

  /** An unconfirmed file is deleted after this time. */
  private static final Duration RETENTION = Duration.ofDays(1);

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

  /** An uploaded file that is not confirmed yet. */
  record UploadedFile(UUID id, String name, String content) {}

  /** The name of an uploaded file and the changes it would make. */
  public record Preview(String name, PeopleChanges changes) {}

  /**
   * Returns the people that the caller may see, ordered by id; administrators only to
   * administrators.
   */
  @Transactional(readOnly = true)
  public List<Person> exported(Person by) {
    requireNotFocalPoint(by);
    return people.all().stream()
        .filter(person -> !person.closed())
        .filter(person -> by.is(Role.ADMINISTRATOR) || person.workplace().isPresent())
        .toList();
  }

  /**
   * Stores a file for its preview and replaces an earlier one of the same user. Rejects a file that
   * cannot be parsed; errors in single lines are part of the preview.
   */
  public UUID upload(String name, byte[] content, Person by) {
    requireNotFocalPoint(by);
    String text = PeopleFile.text(content);
    PeopleFile.read(text);
    UUID id = UUID.randomUUID();
    files.dropBefore(clock.instant().minus(RETENTION));
    files.keep(id, by.id(), clock.instant(), FileName.of(name).value(), text);
    return id;
  }

  /**
   * Returns the changes a file would make to the current directory; rejects a file of another user.
   */
  @Transactional(readOnly = true)
  public Preview preview(UUID id, Person by) {
    requireNotFocalPoint(by);
    UploadedFile file = uploaded(id, by);
    return new Preview(file.name(), changes(file, by));
  }

  /**
   * Imports a file. Rejects it if a line is rejected, if nothing changes, or if the directory has
   * changed since the preview.
   *
   * @param seen as in {@link PeopleChanges#seen}
   * @return the changes made
   */
  public PeopleChanges enter(UUID id, String seen, Person by) {
    requireNotFocalPoint(by);
    people.lock();
    UploadedFile file = uploaded(id, by);
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

  /**
   * A correction of a person's address and language.
   *
   * @param was the address that the user saw, for detecting a concurrent change
   */
  public record Correction(
      @Nullable EmailAddress was, @Nullable EmailAddress email, Language language) {}

  /**
   * Changes the address and language of a person. The rules of the file import apply; rejects an
   * address that another user changed in the meantime.
   *
   * @return the changed columns; empty if nothing changed
   */
  public List<PeopleChanges.ChangedField> correct(PersonId id, Correction correction, Person by) {
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
    List<PeopleChanges.ChangedField> fields = PeopleChanges.fields(before, after);
    if (!fields.isEmpty()) {
      directory.enter(List.of(), List.of(after));
    }
    return fields;
  }

  private PeopleChanges changes(UploadedFile file, Person by) {
    List<Person> all = people.all().stream().sorted(Comparator.comparing(Person::id)).toList();
    return new PeopleComparison(
            ministries.all().stream().filter(Ministry::isOpen).toList(), all, by)
        .compare(PeopleFile.read(file.content()));
  }

  private UploadedFile uploaded(UUID id, Person by) {
    return files
        .find(id, by.id())
        .orElseThrow(() -> ValidationError.notFound("peopleFile.unknown"));
  }

  private static void requireNotFocalPoint(Person by) {
    if (by.is(Role.FOCAL_POINT)) {
      throw ValidationError.forbidden("register.coordinatorOnly");
    }
  }
}
