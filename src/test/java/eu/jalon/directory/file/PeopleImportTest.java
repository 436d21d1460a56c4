package eu.jalon.directory.file;

import static eu.jalon.directory.file.PeopleFileTest.ADMIN;
import static eu.jalon.directory.file.PeopleFileTest.COORD;
import static eu.jalon.directory.file.PeopleFileTest.FOCAL;
import static eu.jalon.directory.file.PeopleFileTest.FRENCH;
import static eu.jalon.directory.file.PeopleFileTest.file;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A people file is imported as previewed, completely or not at all. */
class PeopleImportTest {

  private static final PersonId NEW = new PersonId("be-new");
  private static final String ADDED =
      "be-new;Nouveau;Nieuw;;be-new@example.org;nl;FOCAL_POINT;BE-MOB";

  private final TestClock clock = TestClock.at("2027-03-01T09:00");

  @ParameterizedTest
  @EnumSource
  void thePreviewedChangesAreImportedAndOtherPeopleStayUnchanged(TestDatabase database) {
    with(
        database,
        modules -> {
          PeopleImport imports = modules.get(PeopleImport.class);
          UUID id = upload(imports, file(ADDED), COORD);
          PeopleChanges seen = imports.preview(id, COORD).changes();
          assertThat(seen.absent()).isEqualTo(3);
          assertThat(person(modules, NEW)).isEmpty();

          PeopleChanges entered = imports.enter(id, seen.seen(), COORD);

          assertThat(entered.count(PeopleChanges.Effect.ADDED)).isOne();
          assertThat(person(modules, NEW)).map(Person::language).contains(Texts.NL);
          assertThat(person(modules, FOCAL.id())).contains(FOCAL);
          assertRefused("peopleFile.unknown", () -> imports.enter(id, seen.seen(), COORD));
        });
  }

  @ParameterizedTest
  @EnumSource
  void aChangedDirectoryRequiresANewPreview(TestDatabase database) {
    with(
        database,
        modules -> {
          PeopleImport imports = modules.get(PeopleImport.class);
          UUID id = upload(imports, file(ADDED), COORD);
          String seen = imports.preview(id, COORD).changes().seen();
          modules.get(Directory.class).setLanguage(FRENCH.id(), Texts.EN);

          assertRefused("peopleFile.changed", () -> imports.enter(id, seen, COORD));

          assertThat(person(modules, NEW)).isEmpty();
          imports.enter(id, imports.preview(id, COORD).changes().seen(), COORD);
          assertThat(person(modules, NEW)).isPresent();
        });
  }

  @ParameterizedTest
  @EnumSource
  void oneRejectedLinePreventsTheImport(TestDatabase database) {
    with(
        database,
        modules -> {
          PeopleImport imports = modules.get(PeopleImport.class);
          UUID id = upload(imports, file(ADDED, "fr-new;N;;;;fr;FOCAL_POINT;FR-JUS"), COORD);
          PeopleChanges seen = imports.preview(id, COORD).changes();

          assertThat(seen.isEnterable()).isFalse();
          assertRefused("peopleFile.notEnterable", () -> imports.enter(id, seen.seen(), COORD));
          assertThat(person(modules, NEW)).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void anUploadedFileIsPrivateAndDeletedAfterADay(TestDatabase database) {
    with(
        database,
        modules -> {
          PeopleImport imports = modules.get(PeopleImport.class);
          UUID first = upload(imports, file(ADDED), COORD);
          assertRefused("peopleFile.unknown", () -> imports.preview(first, ADMIN));
          assertRefused("register.coordinatorOnly", () -> imports.preview(first, FOCAL));
          assertRefused("register.coordinatorOnly", () -> imports.exported(FOCAL));
          UUID second = upload(imports, file(ADDED), COORD);
          assertRefused("peopleFile.unknown", () -> imports.preview(first, COORD));
          clock.moveTo("2027-03-03T09:00");
          upload(imports, file(ADDED), ADMIN);
          assertRefused("peopleFile.unknown", () -> imports.preview(second, COORD));
        });
  }

  @ParameterizedTest
  @EnumSource
  void importingAnExportChangesNothing(TestDatabase database) {
    with(
        database,
        modules -> {
          PeopleImport imports = modules.get(PeopleImport.class);
          assertThat(imports.exported(COORD)).doesNotContain(ADMIN).hasSize(3);
          assertThat(imports.exported(ADMIN)).contains(ADMIN).hasSize(4);

          UUID id = upload(imports, PeopleFile.write(imports.exported(COORD)), COORD);

          PeopleChanges changes = imports.preview(id, COORD).changes();
          assertThat(changes.lines()).isEmpty();
          assertThat(changes.absent()).isZero();
          assertThat(changes.same()).isEqualTo(3);
        });
  }

  @ParameterizedTest
  @EnumSource
  void anAddressIsCorrectedByAuthorizedUsersWithoutLostUpdates(TestDatabase database) {
    with(
        database,
        modules -> {
          PeopleImport imports = modules.get(PeopleImport.class);
          EmailAddress better = new EmailAddress("better@example.org");
          PeopleImport.Correction correction =
              new PeopleImport.Correction(FOCAL.email(), better, Texts.NL);

          assertThat(imports.correct(FOCAL.id(), correction, COORD))
              .extracting(PeopleChanges.ChangedField::column)
              .containsExactly("email", "language");

          assertThat(person(modules, FOCAL.id()).flatMap(Person::address)).contains(better);
          assertRefused(
              "people.addressChanged", () -> imports.correct(FOCAL.id(), correction, COORD));
          assertRefused(
              "people.partyOfOther",
              () ->
                  imports.correct(
                      FRENCH.id(),
                      new PeopleImport.Correction(FRENCH.email(), better, Texts.FR),
                      COORD));
          assertRefused(
              "people.roleByAdministrator",
              () ->
                  imports.correct(
                      ADMIN.id(),
                      new PeopleImport.Correction(ADMIN.email(), better, Texts.FR),
                      COORD));
        });
  }

  @ParameterizedTest
  @EnumSource
  void theAddressOfACoordinatorCannotBeGivenToAnotherPerson(TestDatabase database) {
    with(
        database,
        modules -> {
          PeopleImport imports = modules.get(PeopleImport.class);
          String coordinators = COORD.address().orElseThrow().value().toUpperCase(Locale.ROOT);

          for (String taken : List.of(ADMIN.address().orElseThrow().value(), coordinators)) {
            assertRefused(
                "people.addressTaken", () -> imports.correct(FOCAL.id(), to(FOCAL, taken), COORD));
          }
          UUID file =
              upload(
                  imports, file("be-new;N;N;;" + coordinators + ";nl;FOCAL_POINT;BE-MOB"), COORD);
          assertThat(imports.preview(file, COORD).changes().isEnterable()).isFalse();
          Person colleague = PeopleFileTest.person("coord-be-2", Role.COORDINATOR, "BE-PM");
          modules.get(Directory.class).enter(List.of(), List.of(colleague));
          assertRefused(
              "people.addressByAdministrator",
              () -> imports.correct(COORD.id(), to(COORD, "new@example.org"), colleague));
          assertThat(person(modules, COORD.id())).contains(COORD);
          imports.correct(COORD.id(), to(COORD, "new@example.org"), ADMIN);
          assertThat(person(modules, COORD.id()).flatMap(Person::address))
              .contains(new EmailAddress("new@example.org"));
        });
  }

  private static PeopleImport.Correction to(Person person, String address) {
    return new PeopleImport.Correction(
        person.email(), new EmailAddress(address), person.language());
  }

  private void with(TestDatabase database, Consumer<TestRooms> test) {
    try (TestDatabase.Opened opened = database.open();
        TestRooms modules = new TestRooms(opened, clock).open("directory")) {
      modules.get(Directory.class).enter(PeopleFileTest.MINISTRIES, PeopleFileTest.PEOPLE);
      test.accept(modules);
    }
  }

  private static UUID upload(PeopleImport imports, String file, Person by) {
    return imports.upload("personnes.csv", file.getBytes(UTF_8), by);
  }

  private static Optional<Person> person(TestRooms modules, PersonId id) {
    return modules.get(Directory.class).person(id);
  }

  private static void assertRefused(String key, ThrowingCallable act) {
    assertThatExceptionOfType(ValidationError.class)
        .isThrownBy(act)
        .extracting(ValidationError::key)
        .isEqualTo(key);
  }
}
