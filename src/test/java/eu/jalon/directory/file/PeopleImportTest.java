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
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file of people is entered as it was looked at, all of it or nothing. */
class PeopleImportTest {

  private static final PersonId NEW = new PersonId("be-new");
  private static final String ADDED =
      "be-new;Nouveau;Nieuw;;be-new@example.org;nl;FOCAL_POINT;BE-MOB";

  private final TestClock clock = TestClock.at("2027-03-01T09:00");

  @ParameterizedTest
  @EnumSource
  void whatWasLookedAtIsEnteredAndTheOthersStay(TestDatabase database) {
    with(
        database,
        rooms -> {
          PeopleImport desk = rooms.get(PeopleImport.class);
          UUID id = upload(desk, file(ADDED), COORD);
          PeopleChanges seen = desk.preview(id, COORD).changes();
          assertThat(seen.absent()).isEqualTo(3);
          assertThat(person(rooms, NEW)).isEmpty();

          PeopleChanges entered = desk.enter(id, seen.seen(), COORD);

          assertThat(entered.count(PeopleChanges.Effect.ADDED)).isOne();
          assertThat(person(rooms, NEW)).map(Person::language).contains(Language.NL);
          assertThat(person(rooms, FOCAL.id())).contains(FOCAL);
          assertRefused("peopleFile.unknown", () -> desk.enter(id, seen.seen(), COORD));
        });
  }

  @ParameterizedTest
  @EnumSource
  void aDirectoryThatChangedMeanwhileIsLookedAtAgain(TestDatabase database) {
    with(
        database,
        rooms -> {
          PeopleImport desk = rooms.get(PeopleImport.class);
          UUID id = upload(desk, file(ADDED), COORD);
          String seen = desk.preview(id, COORD).changes().seen();
          rooms.get(Directory.class).setLanguage(FRENCH.id(), Language.EN);

          assertRefused("peopleFile.changed", () -> desk.enter(id, seen, COORD));

          assertThat(person(rooms, NEW)).isEmpty();
          desk.enter(id, desk.preview(id, COORD).changes().seen(), COORD);
          assertThat(person(rooms, NEW)).isPresent();
        });
  }

  @ParameterizedTest
  @EnumSource
  void oneBadLineKeepsAllOthersOut(TestDatabase database) {
    with(
        database,
        rooms -> {
          PeopleImport desk = rooms.get(PeopleImport.class);
          UUID id = upload(desk, file(ADDED, "fr-new;N;;;;fr;FOCAL_POINT;FR-JUS"), COORD);
          PeopleChanges seen = desk.preview(id, COORD).changes();

          assertThat(seen.isEnterable()).isFalse();
          assertRefused("peopleFile.notEnterable", () -> desk.enter(id, seen.seen(), COORD));
          assertThat(person(rooms, NEW)).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void aFileIsItsOwnersAndForgottenAfterADay(TestDatabase database) {
    with(
        database,
        rooms -> {
          PeopleImport desk = rooms.get(PeopleImport.class);
          UUID first = upload(desk, file(ADDED), COORD);
          assertRefused("peopleFile.unknown", () -> desk.preview(first, ADMIN));
          assertRefused("register.coordinatorOnly", () -> desk.preview(first, FOCAL));
          assertRefused("register.coordinatorOnly", () -> desk.exported(FOCAL));
          UUID second = upload(desk, file(ADDED), COORD);
          assertRefused("peopleFile.unknown", () -> desk.preview(first, COORD));
          clock.moveTo("2027-03-03T09:00");
          upload(desk, file(ADDED), ADMIN);
          assertRefused("peopleFile.unknown", () -> desk.preview(second, COORD));
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsExportedChangesNothingWhenItIsImported(TestDatabase database) {
    with(
        database,
        rooms -> {
          PeopleImport desk = rooms.get(PeopleImport.class);
          assertThat(desk.exported(COORD)).doesNotContain(ADMIN).hasSize(3);
          assertThat(desk.exported(ADMIN)).contains(ADMIN).hasSize(4);

          UUID id = upload(desk, PeopleFile.write(desk.exported(COORD)), COORD);

          PeopleChanges changes = desk.preview(id, COORD).changes();
          assertThat(changes.lines()).isEmpty();
          assertThat(changes.absent()).isZero();
          assertThat(changes.same()).isEqualTo(3);
        });
  }

  @ParameterizedTest
  @EnumSource
  void anAddressIsCorrectedOnceByWhoMay(TestDatabase database) {
    with(
        database,
        rooms -> {
          PeopleImport desk = rooms.get(PeopleImport.class);
          EmailAddress better = new EmailAddress("better@example.org");
          PeopleImport.Correction correction =
              new PeopleImport.Correction(FOCAL.email(), better, Language.NL);

          assertThat(desk.correct(FOCAL.id(), correction, COORD))
              .extracting(PeopleChanges.ChangedField::column)
              .containsExactly("email", "language");

          assertThat(person(rooms, FOCAL.id()).flatMap(Person::address)).contains(better);
          assertRefused("people.addressChanged", () -> desk.correct(FOCAL.id(), correction, COORD));
          assertRefused(
              "people.countryOfOther",
              () ->
                  desk.correct(
                      FRENCH.id(),
                      new PeopleImport.Correction(FRENCH.email(), better, Language.FR),
                      COORD));
          assertRefused(
              "people.roleByAdministrator",
              () ->
                  desk.correct(
                      ADMIN.id(),
                      new PeopleImport.Correction(ADMIN.email(), better, Language.FR),
                      COORD));
        });
  }

  @ParameterizedTest
  @EnumSource
  void nobodyTakesTheAddressThatSomebodyOfTheCoordinationSignsInBy(TestDatabase database) {
    with(
        database,
        rooms -> {
          PeopleImport desk = rooms.get(PeopleImport.class);
          String coordinators = COORD.address().orElseThrow().value().toUpperCase(Locale.ROOT);

          for (String taken : List.of(ADMIN.address().orElseThrow().value(), coordinators)) {
            assertRefused(
                "people.addressTaken", () -> desk.correct(FOCAL.id(), to(FOCAL, taken), COORD));
          }
          UUID file =
              upload(desk, file("be-new;N;N;;" + coordinators + ";nl;FOCAL_POINT;BE-MOB"), COORD);
          assertThat(desk.preview(file, COORD).changes().isEnterable()).isFalse();
          Person colleague = PeopleFileTest.person("coord-be-2", Role.COORDINATOR, "BE-PM");
          rooms.get(Directory.class).enter(List.of(), List.of(colleague));
          assertRefused(
              "people.addressByAdministrator",
              () -> desk.correct(COORD.id(), to(COORD, "new@example.org"), colleague));
          assertThat(person(rooms, COORD.id())).contains(COORD);
          desk.correct(COORD.id(), to(COORD, "new@example.org"), ADMIN);
          assertThat(person(rooms, COORD.id()).flatMap(Person::address))
              .contains(new EmailAddress("new@example.org"));
        });
  }

  private static PeopleImport.Correction to(Person person, String address) {
    return new PeopleImport.Correction(
        person.email(), new EmailAddress(address), person.language());
  }

  private void with(TestDatabase database, Consumer<TestRooms> test) {
    try (TestDatabase.Opened opened = database.open();
        TestRooms rooms = new TestRooms(opened, clock).open("directory")) {
      rooms.get(Directory.class).enter(PeopleFileTest.MINISTRIES, PeopleFileTest.PEOPLE);
      test.accept(rooms);
    }
  }

  private static UUID upload(PeopleImport desk, String file, Person by) {
    return desk.upload("personnes.csv", file.getBytes(UTF_8), by);
  }

  private static Optional<Person> person(TestRooms rooms, PersonId id) {
    return rooms.get(Directory.class).person(id);
  }

  private static void assertRefused(String key, ThrowingCallable act) {
    assertThatExceptionOfType(ValidationError.class)
        .isThrownBy(act)
        .extracting(ValidationError::key)
        .isEqualTo(key);
  }
}
