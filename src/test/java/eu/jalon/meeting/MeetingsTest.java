package eu.jalon.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import eu.jalon.transition.MeetingMove;
import eu.jalon.transition.MoveFixture;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Adding and changing summits; the next summit is on 29 June 2027, and today is 4 January 2027. */
class MeetingsTest {

  @ParameterizedTest
  @EnumSource
  void aNewSummitIsAddedAfterAllOthersAndDoesNotChangeTheNextOne(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 1)) {
      Meetings summits = fixture.get(Meetings.class);
      refused("summit.notAfter", () -> create(fixture, "VD2030", LocalDate.of(2027, 6, 29)));
      refused("summit.notAfter", () -> create(fixture, "VD2030", LocalDate.of(2027, 2, 1)));
      refused("summit.past", () -> create(fixture, "VD2026", LocalDate.of(2026, 12, 31)));
      refused("summit.exists", () -> create(fixture, "VD2027", null));
      refused("summit.id", () -> create(fixture, "INT2030", null));
      assertThat(summits.all(fixture.by)).hasSize(5);

      Meeting created = create(fixture, "VD2030", null);
      assertThat(created.name()).isEqualTo(Texts.text("Sommet", "Top", "Summit"));
      assertThat(created.venue()).contains("Bruxelles");
      assertThat(created.status()).isEqualTo(Meeting.Status.PLANNED);
      assertThat(summits.next(Meetings.DEFAULT_SERIES).orElseThrow().id())
          .isEqualTo(MoveFixture.NEXT);
      refused("summit.undatedFirst", () -> create(fixture, "VD2033", null));
      refused("summit.undatedFirst", () -> create(fixture, "VD2033", LocalDate.of(2033, 1, 5)));
      assertThat(summits.all(fixture.by)).hasSize(6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMoveCannotChangeTheOrderOfSummits(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 1)) {
      create(fixture, "VD2030", LocalDate.of(2030, 3, 5));
      refused("summit.followed", () -> fixture.move(null));
      refused("summit.notBefore", () -> fixture.move(LocalDate.of(2030, 3, 5)));
      MeetingId last = new MeetingId("VD2030");
      refused(
          "summit.notAfter",
          () ->
              fixture
                  .get(MeetingMove.class)
                  .move(last, LocalDate.of(2027, 6, 29), 0, null, fixture.by));

      fixture.move(LocalDate.of(2030, 3, 4));
      fixture.get(MeetingMove.class).move(last, null, 0, null, fixture.by);
      assertThat(fixture.get(Meetings.class).next("VD").orElseThrow().id())
          .isEqualTo(MoveFixture.NEXT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSummitIsUpdatedWithOptimisticLockingUntilItIsHeld(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 1)) {
      Meetings summits = fixture.get(Meetings.class);
      int version = fixture.version();
      LocalText name = Texts.text("Val Duchesse 2027", "Hertoginnedal 2027");
      Meeting described =
          summits.update(
              MoveFixture.NEXT, name, "Gand", Meeting.Status.CONFIRMED, version, fixture.by);

      assertThat(described.name()).isEqualTo(name);
      assertThat(described.status()).isEqualTo(Meeting.Status.CONFIRMED);
      assertThat(described.heldOn()).contains(LocalDate.of(2027, 6, 29));
      refused(
          "summit.changed",
          () ->
              summits.update(
                  MoveFixture.NEXT, name, null, Meeting.Status.PLANNED, version, fixture.by));
      refused(
          "summit.over",
          () ->
              summits.update(
                  new MeetingId("VD2023"), name, null, Meeting.Status.PLANNED, 0, fixture.by));
      refused(
          "register.coordinatorOnly",
          () ->
              summits.update(
                  MoveFixture.NEXT, name, null, Meeting.Status.PLANNED, version + 1, focalPoint()));

      fixture.move(null);
      assertThat(summits.get("next", fixture.by).status()).isEqualTo(Meeting.Status.PLANNED);
      refused(
          "summit.confirmedUndated",
          () ->
              summits.update(
                  MoveFixture.NEXT,
                  name,
                  null,
                  Meeting.Status.CONFIRMED,
                  fixture.version(),
                  fixture.by));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void namesAndPlacesHaveAMaximumLengthAndNoHiddenCharacters(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 1)) {
      refused("form.tooLong", () -> named("x".repeat(201), null));
      refused("form.tooLong", () -> named("Sommet", "x".repeat(101)));
      refused("form.control", () -> named("Sommet\u202e", null));
      refused("form.lineBreak", () -> named("Sommet\nd’ici", null));
      refused(
          "summit.notClosed",
          () ->
              new NewMeeting(
                  new MeetingId("VD2030"),
                  Texts.text("Sommet", null),
                  null,
                  LocalDate.of(2030, 3, 5),
                  Meeting.Status.HELD));
      refused(
          "register.coordinatorOnly",
          () -> fixture.get(Meetings.class).create(named("Sommet", null), focalPoint()));
    }
  }

  private static NewMeeting named(String name, @Nullable String place) {
    return new NewMeeting(
        new MeetingId("VD2030"), Texts.text(name, null), place, null, Meeting.Status.PLANNED);
  }

  private static Meeting create(MoveFixture fixture, String id, @Nullable LocalDate date) {
    return fixture
        .get(Meetings.class)
        .create(
            new NewMeeting(
                new MeetingId(id),
                Texts.text("Sommet", "Top", "Summit"),
                "Bruxelles",
                date,
                Meeting.Status.PLANNED),
            fixture.by);
  }

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ValidationError.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }

  private static Person focalPoint() {
    return new Person(
        new PersonId("be-ibz"),
        Texts.text("Point de contact", "Contactpunt"),
        null,
        Texts.FR,
        Role.FOCAL_POINT,
        new MinistryCode("BE-IBZ"));
  }
}
