package eu.jalon.commitment.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.TestParties;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentFilter;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import eu.jalon.transition.MeetingClosing;
import eu.jalon.transition.MoveFixture;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Entering commitments outside a declaration. */
class ManualEntryTest {

  private static final MeetingId ORIGIN = new MeetingId("VD2018");

  @ParameterizedTest
  @EnumSource
  void aManualCommitmentGetsPositionDueDateAndHistory(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 6)) {
      ManualEntry entry = fixture.get(ManualEntry.class);

      CommitmentRef ref = entry.enter(wanted(1, "Un titre", "S-30", "BE-IBZ"), fixture.by);

      assertThat(ref).isEqualTo(new CommitmentRef("VD2018-1.07"));
      Commitment entered = fixture.get(Commitments.class).get(ref, fixture.by);
      assertThat(entered.title().in(Texts.NL)).isEqualTo("Een titel");
      assertThat(entered.declaration()).isNull();
      assertThat(entered.dueOn()).contains(new DueDate(LocalDate.of(2027, 5, 28)));
      assertThat(fixture.get(Commitments.class).changes(ref))
          .extracting(CommitmentChange::type, CommitmentChange::by)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(CommitmentChange.Type.ENTERED, fixture.by.id()));
      assertThat(fixture.get(MeetingClosing.class).lineage(entered).firstDue())
          .contains(LocalDate.of(2027, 5, 28));
      assertThat(entry.enter(wanted(1, "Un autre", "2027-09-01/P6M", "BE-IBZ"), fixture.by))
          .isEqualTo(new CommitmentRef("VD2018-1.08"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCommitmentIsRestrictedAsItsSeriesSaysUnlessItIsSaidOtherwise(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 6)) {
      TestParties.rules(fixture.get(Parties.class), false, true);
      ManualEntry entry = fixture.get(ManualEntry.class);
      ManualEntry.ManualCommitment wanted = wanted(1, "Un titre", "S-30", "BE-IBZ");

      CommitmentRef asTheSeries = entry.enter(wanted, fixture.by);
      CommitmentRef open =
          entry.enter(
              new ManualEntry.ManualCommitment(
                  wanted.meeting(),
                  wanted.theme(),
                  Texts.text("Un autre titre", "Een andere titel"),
                  null,
                  wanted.track(),
                  wanted.leads(),
                  wanted.deadline(),
                  false),
              fixture.by);

      Commitments commitments = fixture.get(Commitments.class);
      Commitment restricted = commitments.get(asTheSeries, fixture.by);
      assertThat(restricted.restricted()).isTrue();
      assertThat(restricted.titleOutside().in(Texts.FR))
          .isEqualTo("Diffusion restreinte (VD2018-1.07)");
      assertThat(commitments.get(open, fixture.by).titleOutside().in(Texts.FR))
          .isEqualTo("Un autre titre");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCommitmentIsRestrictedAsItsThemeSays(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 6)) {
      fixture
          .get(Meetings.class)
          .add(new Theme(new MeetingId("VD2018"), 2, Texts.text("Réservé", "Beperkt")), true);
      ManualEntry entry = fixture.get(ManualEntry.class);

      CommitmentRef asTheTheme = entry.enter(wanted(2, "Un titre", "S-30", "BE-IBZ"), fixture.by);
      CommitmentRef open = entry.enter(wanted(1, "Un titre", "S-30", "BE-IBZ"), fixture.by);

      Commitments commitments = fixture.get(Commitments.class);
      assertThat(commitments.get(asTheTheme, fixture.by).restricted()).isTrue();
      assertThat(commitments.get(open, fixture.by).restricted()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInvalidCommitmentIsRejectedAndNotEntered(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 6)) {
      ManualEntry entry = fixture.get(ManualEntry.class);
      entry.enter(wanted(1, "Un titre", "S-30", "BE-IBZ"), fixture.by);

      assertRefused(
          "commitment.sameTitle",
          () -> entry.enter(wanted(1, "UN TITRE", "S-30", "BE-IBZ"), fixture.by));
      assertRefused(
          "commitment.titleMissing",
          () -> entry.enter(entered(Texts.text("Titre", null), null), fixture.by));
      assertRefused(
          "theme.unknown", () -> entry.enter(wanted(7, "Autre", "S-30", "BE-IBZ"), fixture.by));
      assertRefused(
          "request.coordination",
          () -> entry.enter(wanted(1, "Autre", "S-30", "BE-PM"), fixture.by));
      assertRefused(
          "commitment.unknownMinistry",
          () -> entry.enter(wanted(1, "Autre", "S-30", "BE-MOB"), fixture.by));
      assertRefused(
          "request.past",
          () -> entry.enter(wanted(1, "Autre", "2026-12-31", "BE-IBZ"), fixture.by));
      assertRefused(
          "register.coordinatorOnly",
          () -> entry.enter(wanted(1, "Autre", "S-30", "BE-IBZ"), focalPoint()));
      assertThat(fixture.get(Commitments.class).page(all(), fixture.by, first()).total())
          .isEqualTo(7);
    }
  }

  @Test
  void theSummaryHasAMaximumLength() {
    assertRefused(
        "form.tooLong",
        () ->
            entered(
                Texts.text("Titre", "Titel"),
                Texts.text("x".repeat(ManualEntry.MAX_SUMMARY + 1), null)));
  }

  private static CommitmentFilter all() {
    return new CommitmentFilter(
        null, null, null, null, null, null, false, null, CommitmentFilter.Sort.REF);
  }

  private static eu.jalon.shared.paging.Page.Request first() {
    return new eu.jalon.shared.paging.Page.Request(0, 50);
  }

  private static ManualEntry.ManualCommitment wanted(
      int theme, String title, String deadline, String leadBe) {
    return new ManualEntry.ManualCommitment(
        ORIGIN,
        theme,
        Texts.text(title, "Een titel"),
        null,
        Track.LEGAL_INSTRUMENT,
        TestParties.leads(
            new MinistryCode(leadBe), new MinistryCode("FR-INT"), TestParties.BE, List.of()),
        DeadlineRule.parse(deadline),
        null);
  }

  private static ManualEntry.ManualCommitment entered(
      LocalText title, @Nullable LocalText summary) {
    return new ManualEntry.ManualCommitment(
        ORIGIN,
        1,
        title,
        summary,
        Track.JOINT_POSITION,
        TestParties.leads(
            new MinistryCode("BE-IBZ"), new MinistryCode("FR-INT"), TestParties.BE, List.of()),
        DeadlineRule.parse("S-30"),
        null);
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

  private static void assertRefused(String key, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ValidationError.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }
}
