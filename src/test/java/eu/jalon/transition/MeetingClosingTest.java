package eu.jalon.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.TestParties;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.action.Correction;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.ManualEntry;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.commitment.request.ClosingDecision;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.transition.closing.ClosingAnswers;
import eu.jalon.transition.closing.ClosingRow;
import eu.jalon.transition.correction.CommitmentCorrections;
import eu.jalon.transition.proposal.Proposals;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The closing of a summit, on which all parties agree row by row. */
class MeetingClosingTest {

  private static final String REASON = "Les deux pays sont d’accord.";
  private static final LocalDate HELD_ON = LocalDate.of(2027, 1, 4);
  private static final MeetingClosing.NextMeeting AFTER =
      new MeetingClosing.NextMeeting(
          new MeetingId("VD2030"), Texts.text("Le suivant", null), null, null);

  @ParameterizedTest
  @EnumSource
  void coordinators1_nothingClosesBeforeAllPartiesAgreeOnEachRow(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 4)) {
      Person french = french(fixture);
      MeetingClosing closing = fixture.get(MeetingClosing.class);
      ClosingAnswers answers = fixture.get(ClosingAnswers.class);
      Proposals proposals = fixture.get(Proposals.class);
      answers.answer(MoveFixture.NEXT, refs(1, 2), ClosingDecision.FULFILLED, REASON, fixture.by);
      answers.answer(MoveFixture.NEXT, refs(3), ClosingDecision.WITHDRAW, REASON, french);

      Proposal proposal = propose(closing, fixture.by);

      assertThat(proposal.awaited()).containsExactly(TestParties.FR);
      assertThat(status(fixture, 1)).isEqualTo(CommitmentStatus.IN_PROGRESS);
      assertThat(answers(fixture))
          .as("the party that proposes agrees with what the other answered")
          .containsEntry("3", Map.of("BE", "WITHDRAW", "FR", "WITHDRAW"))
          .containsEntry("4", Map.of("BE", "CARRY_OVER"));
      refused("proposal.open", () -> propose(closing, french));
      refused(
          "closing.proposed",
          () ->
              answers.answer(
                  MoveFixture.NEXT, refs(4), ClosingDecision.FULFILLED, REASON, fixture.by));
      answers.answer(MoveFixture.NEXT, refs(2), ClosingDecision.CARRY_OVER, REASON, french);
      refused("closing.differs", () -> proposals.confirm(proposal.id(), french));
      answers.answer(MoveFixture.NEXT, refs(2), ClosingDecision.CARRY_OVER, REASON, fixture.by);

      proposals.confirm(proposal.id(), french);

      assertThat(status(fixture, 1)).isEqualTo(CommitmentStatus.FULFILLED);
      assertThat(status(fixture, 2)).isEqualTo(CommitmentStatus.CARRIED_OVER);
      assertThat(status(fixture, 3)).isEqualTo(CommitmentStatus.WITHDRAWN);
      assertThat(status(fixture, 4)).isEqualTo(CommitmentStatus.CARRIED_OVER);
      assertThat(meeting(fixture).status()).isEqualTo(Meeting.Status.HELD);
      assertThat(meeting(fixture).heldOn()).contains(HELD_ON);
      refused("summit.held", () -> answers.rows(MoveFixture.NEXT, french));
      refused("summit.held", () -> proposals.confirm(proposal.id(), french));
    }
  }

  @ParameterizedTest
  @EnumSource
  void coordinators1_aDeclinedOrImpossibleClosingChangesNothing(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 2)) {
      Person french = french(fixture);
      MeetingClosing closing = fixture.get(MeetingClosing.class);
      Proposals proposals = fixture.get(Proposals.class);
      refused(
          "summit.beforeLast",
          () ->
              closing.propose(
                  MoveFixture.NEXT, LocalDate.of(2020, 1, 1), AFTER, REASON, fixture.by));
      refused(
          "summit.notYetHeld",
          () ->
              closing.propose(
                  MoveFixture.NEXT, LocalDate.of(2027, 1, 5), AFTER, REASON, fixture.by));
      refused(
          "closing.noRow",
          () ->
              fixture
                  .get(ClosingAnswers.class)
                  .answer(
                      MoveFixture.NEXT, List.of(), ClosingDecision.FULFILLED, REASON, fixture.by));

      proposals.decline(propose(closing, fixture.by).id(), REASON, french);
      Proposal second = propose(closing, french);
      refused("proposal.notAwaited", () -> proposals.confirm(second.id(), french));
      proposals.retract(second.id(), french);

      assertThat(meeting(fixture).status()).isNotEqualTo(Meeting.Status.HELD);
      assertThat(status(fixture, 1)).isEqualTo(CommitmentStatus.IN_PROGRESS);
      assertThat(proposals.open(french)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void coordinators1_aClosingIsTakenBackUntilAFirstAct(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 4)) {
      Person french = french(fixture);
      Proposals proposals = fixture.get(Proposals.class);
      ClosingUndo undo = fixture.get(ClosingUndo.class);
      fixture
          .get(ClosingAnswers.class)
          .answer(MoveFixture.NEXT, refs(1), ClosingDecision.FULFILLED, REASON, fixture.by);
      List<String> dates = fixture.dates();
      Meeting planned = meeting(fixture);
      List<CommitmentRef> carried = agreed(fixture, french);

      Proposal undone = undo.propose(MoveFixture.NEXT, REASON, french).orElseThrow();
      assertThat(status(fixture, 1)).isEqualTo(CommitmentStatus.FULFILLED);
      assertThat(undo.possible(fixture.by)).containsExactly(MoveFixture.NEXT);
      proposals.confirm(undone.id(), fixture.by);

      assertThat(meeting(fixture).heldOn()).isEqualTo(planned.heldOn());
      assertThat(meeting(fixture).status()).isEqualTo(planned.status());
      assertThat(Stream.of(1, 2, 3, 4).map(position -> status(fixture, position)))
          .containsOnly(CommitmentStatus.IN_PROGRESS);
      assertThat(fixture.dates()).isEqualTo(dates);
      refused(
          "commitment.unknown",
          () -> fixture.get(Commitments.class).get(carried.get(0), fixture.by));
      refused("closing.notClosed", () -> undo.propose(MoveFixture.NEXT, REASON, fixture.by));

      CommitmentRef goesOn = agreed(fixture, french).get(0);
      fixture.get(CommitmentActions.class).prioritise(goesOn, Priority.HIGH, REASON, french);
      refused("closing.tooLate", () -> undo.propose(MoveFixture.NEXT, REASON, fixture.by));
      assertThat(undo.possible(fixture.by)).isEmpty();
      assertThat(meeting(fixture).status()).isEqualTo(Meeting.Status.HELD);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsCarriedOverHasPlacesOfItsOwnAndAnUndoTakesOnlyTheseAway(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 2)) {
      Person french = french(fixture);
      Meetings meetings = fixture.get(Meetings.class);
      meetings.add(new Theme(MoveFixture.NEXT, 51, Texts.text("Annexe", "Bijlage")));
      meetings.add(new Theme(new MeetingId("VD2018"), 2, Texts.text("Autre", "Ander")));
      moveToSecondTheme(fixture, ref(1));
      CommitmentRef between = enterInSecondTheme(fixture);
      moveToSecondTheme(fixture, ref(2));
      assertThat(between.position()).as("shared with another theme").isEqualTo(ref(2).position());

      assertThat(agreed(fixture, french))
          .extracting(CommitmentRef::value)
          .containsExactly("VD2027-50.01", "VD2027-50.02", "VD2027-50.03");
      Proposal undone =
          fixture
              .get(ClosingUndo.class)
              .propose(MoveFixture.NEXT, REASON, fixture.by)
              .orElseThrow();
      fixture.get(Proposals.class).confirm(undone.id(), french);

      assertThat(meetings.themes(MoveFixture.NEXT)).extracting(Theme::number).containsExactly(51);
    }
  }

  private static void moveToSecondTheme(MoveFixture fixture, CommitmentRef ref) {
    fixture
        .get(CommitmentCorrections.class)
        .correct(
            ref,
            new Correction(Map.of(), Map.of(), 2, null, null, Map.of(), null, null, null),
            fixture.get(Commitments.class).get(ref, fixture.by).version(),
            REASON,
            fixture.by);
  }

  private static CommitmentRef enterInSecondTheme(MoveFixture fixture) {
    return fixture
        .get(ManualEntry.class)
        .enter(
            new ManualEntry.ManualCommitment(
                new MeetingId("VD2018"),
                2,
                Texts.text("Ajoutée", "Toegevoegd"),
                null,
                Track.JOINT_POSITION,
                TestParties.leads(
                    new MinistryCode("BE-IBZ"),
                    new MinistryCode("FR-INT"),
                    TestParties.BE,
                    List.of()),
                DeadlineRule.parse("S-30"),
                null),
            fixture.by);
  }

  /** Closes the summit by the agreement of both parties; returns what continues. */
  private static List<CommitmentRef> agreed(MoveFixture fixture, Person french) {
    long proposal = propose(fixture.get(MeetingClosing.class), fixture.by).id();
    fixture.get(Proposals.class).confirm(proposal, french);
    return fixture
        .get(JdbcClient.class)
        .sql("select ref from commitment where carried_from is not null order by ref")
        .query((row, n) -> new CommitmentRef(row.getString("ref")))
        .list();
  }

  @ParameterizedTest
  @EnumSource
  void coordinators1_aSeriesCanLeaveTheClosingToOneParty(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 2)) {
      Person french = french(fixture);
      leaveToOneParty(fixture);
      ClosingAnswers answers = fixture.get(ClosingAnswers.class);
      answers.answer(MoveFixture.NEXT, refs(1), ClosingDecision.WITHDRAW, REASON, french);
      answers.answer(MoveFixture.NEXT, refs(1), ClosingDecision.FULFILLED, REASON, fixture.by);

      MeetingClosing.Outcome closed =
          Objects.requireNonNull(
              fixture
                  .get(MeetingClosing.class)
                  .propose(MoveFixture.NEXT, HELD_ON, AFTER, REASON, fixture.by)
                  .outcome());

      assertThat(closed.fulfilled()).containsExactlyElementsOf(refs(1));
      assertThat(closed.carriedOver()).hasSize(1);
      assertThat(meeting(fixture).status()).isEqualTo(Meeting.Status.HELD);
    }
  }

  private static void leaveToOneParty(MoveFixture fixture) {
    TestParties.rules(fixture.get(Parties.class), true, false);
  }

  private static Proposal propose(MeetingClosing closing, Person by) {
    return Objects.requireNonNull(
        closing.propose(MoveFixture.NEXT, HELD_ON, AFTER, REASON, by).proposal());
  }

  private static Person french(MoveFixture fixture) {
    fixture
        .get(JdbcClient.class)
        .sql(
            """
            insert into ministry (code, party, coordination, name)
            values ('FR-PM', 'FR', true, '{"fr":"Coordination"}')
            """)
        .update();
    return new Person(
        new PersonId("coord-fr"),
        Texts.text("Coordination", "Coördinatie"),
        null,
        Texts.FR,
        Role.COORDINATOR,
        new MinistryCode("FR-PM"));
  }

  private static List<CommitmentRef> refs(int... positions) {
    return Arrays.stream(positions).mapToObj(MeetingClosingTest::ref).toList();
  }

  private static CommitmentRef ref(int position) {
    return CommitmentRef.of(new MeetingId("VD2018"), 1, position);
  }

  private static CommitmentStatus status(MoveFixture fixture, int position) {
    return fixture.get(Commitments.class).get(ref(position), fixture.by).status();
  }

  private static Meeting meeting(MoveFixture fixture) {
    return fixture.get(Meetings.class).find(MoveFixture.NEXT).orElseThrow();
  }

  /** The answers of each party by position. */
  private static Map<String, Map<String, String>> answers(MoveFixture fixture) {
    Stream<ClosingRow> rows = fixture.get(ClosingAnswers.class).rows(MoveFixture.NEXT).stream();
    return rows.collect(
        Collectors.toMap(
            row -> String.valueOf(row.commitment().ref().position()),
            row -> {
              Map<String, String> given = new TreeMap<>();
              row.answers().forEach((party, decision) -> given.put(party.value(), decision.name()));
              return given;
            }));
  }

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).hasMessageContaining(key);
  }
}
