package eu.jalon.process;

import static eu.jalon.TestParties.BE;
import static eu.jalon.TestParties.FR;
import static eu.jalon.actionitem.form.Step.AGREED_LINE;
import static eu.jalon.actionitem.form.Step.AGREED_TEXT;
import static eu.jalon.actionitem.form.Step.APPROVAL;
import static eu.jalon.actionitem.form.Step.APPROVAL_CHOICE;
import static eu.jalon.actionitem.form.Step.CARRIED_IN_FORUM;
import static eu.jalon.actionitem.form.Step.CONFIRM_LINE;
import static eu.jalon.actionitem.form.Step.CONTRIBUTION;
import static eu.jalon.actionitem.form.Step.DECIDE_CLOSING;
import static eu.jalon.actionitem.form.Step.ENTRY_INTO_FORCE;
import static eu.jalon.actionitem.form.Step.EVIDENCE;
import static eu.jalon.actionitem.form.Step.FINAL_EVALUATION;
import static eu.jalon.actionitem.form.Step.FIRST_RESULTS;
import static eu.jalon.actionitem.form.Step.IN_OPERATION;
import static eu.jalon.actionitem.form.Step.LEGAL_BASIS;
import static eu.jalon.actionitem.form.Step.MANDATE;
import static eu.jalon.actionitem.form.Step.NEGOTIATION;
import static eu.jalon.actionitem.form.Step.OUTCOME;
import static eu.jalon.actionitem.form.Step.SCOPE;
import static eu.jalon.actionitem.form.Step.SET_UP;
import static eu.jalon.actionitem.form.Step.SIGNATURE;
import static eu.jalon.actionitem.form.Step.TAKE_CHARGE;
import static eu.jalon.actionitem.form.Step.VALIDATE;
import static eu.jalon.process.SimulatedUsers.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestClock;
import eu.jalon.TestParties;
import eu.jalon.actionitem.duedate.ActionItemExtensions;
import eu.jalon.actionitem.process.ProcessPositions;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.transition.MeetingClosing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;

/**
 * Commitments of each kind, from their entry to their ends, and a summit that closes; once on each
 * database. The sample starts on 4 January 2027, its summit is 120 days later.
 */
@Tag("integration")
@Tag("isolated")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"jalon.schedule.enabled=false", "camunda.bpm.job-execution.enabled=false"})
@Import({CommitmentProcessTest.Time.class, SimulatedUsers.class})
@ActiveProfiles("demo")
abstract class CommitmentProcessTest {

  private static final CommitmentRef DUBLIN = new CommitmentRef("VD2023-3.06");
  private static final MeetingId NEXT = new MeetingId("VD2027");
  private static final MeetingId AFTER = new MeetingId("VD2030");

  @TestConfiguration(proxyBeanMethods = false)
  static class Time {

    @Bean
    @Primary
    TestClock standingClock() {
      return TestClock.at("2027-01-04T09:00");
    }
  }

  @Autowired private SimulatedUsers life;
  @Autowired private CommitmentEntry register;
  @Autowired private Meetings summits;
  @Autowired private Parties parties;
  @Autowired private Directory directory;
  @Autowired private CommitmentActions acts;
  @Autowired private ActionItemExtensions extensions;
  @Autowired private MeetingClosing closing;
  @Autowired private ProcessPositions standings;
  @Autowired private HistoryService history;
  @Autowired private RepositoryService repository;

  @Test
  void everyKindOfCommitmentLivesToItsEndAndEveryNodeOfTheModelsIsReached() {
    var requests = new RequestScenarios(life, acts, extensions, this::entered);
    var series = new SeriesScenarios(life, parties, directory, summits, register, acts);
    summits.add(new Theme(new MeetingId("VD2018"), 1, Texts.text("Essais", "Proeven")));
    CommitmentRef accession = entered(9, Track.LEGAL_INSTRUMENT, BE, "S-30");
    life.act(accession, BE, TAKE_CHARGE, Map.of("takeChargeNote", "Le parlement est prévenu."));
    new OutlookScenario(life, standings).isReadFromTheModels(accession);
    theCapabilityIsBuiltAndBothSidesAreAskedForTheirOwnPart(
        entered(8, Track.OPERATIONAL_CAPABILITY, BE, "S-30"));
    theAccessionNeedsAnApprovalInBelgiumOnly(accession);
    aJointPositionIsAgreedCarriedAndReported();
    aCooperationShowsThatItLivesAtIntervals();
    requests.anItemThatAPersonTookAloneGoesToAnotherLead();
    requests.aDeadlineIsAskedForRefusedAskedAgainAndGranted();
    requests.aLeadIsChangedByRequestAndByACoordinator();
    requests.moreTimeIsAskedForOneActionItem();
    requests.theCoordinatorsChooseAnotherLead();
    requests.aCommitmentIsSplitAndItsPartWithdrawn();
    requests.whatIsFulfilledLeavesNothingOpen();
    series.aCommitmentOfThreePartiesNeedsAllOfThem();
    series.aCommitmentOfSixPartiesIsReassignedAndClosedByAllOfThem();
    theSummitClosesAndWhatIsOpenGoesOn();

    var models = new ModelCoverage(history, repository);
    assertThat(models.reached()).containsExactlyInAnyOrderElementsOf(models.drawn());
  }

  private void theCapabilityIsBuiltAndBothSidesAreAskedForTheirOwnPart(CommitmentRef ref) {
    life.act(ref, BE, TAKE_CHARGE, Map.of("takeChargeNote", "Le centre est prévenu."));
    life.act(ref, BE, SCOPE, report("AT_RISK"));
    assertThat(life.open(ref, BE, SCOPE)).as("comes back until it is done").isPresent();
    life.fulfil(ref, BE, Map.of());
    assertThat(life.done(ref, BE))
        .containsExactly(
            TAKE_CHARGE,
            SCOPE,
            SCOPE,
            LEGAL_BASIS,
            SET_UP,
            IN_OPERATION,
            FIRST_RESULTS,
            FINAL_EVALUATION,
            VALIDATE);
    assertThat(life.status(ref)).isEqualTo(CommitmentStatus.IN_PROGRESS);
    assertThat(new OutlookScenario(life, standings).of(ref, BE)).as("Belgium is done").isEmpty();

    life.act(ref, FR, TAKE_CHARGE, Map.of("takeChargeNote", "L’équipe est désignée."));
    life.act(ref, FR, CONTRIBUTION, report("DONE"));
    life.act(ref, FR, FINAL_EVALUATION, report("AT_RISK"));
    life.act(ref, FR, FINAL_EVALUATION, report("DONE"));
    life.act(
        ref, FR, VALIDATE, Map.of("decision", "SEND_BACK", "validationNote", "Chiffres absents."));
    life.fulfil(ref, FR, Map.of());
    assertThat(life.done(ref, FR)).contains(CONTRIBUTION).doesNotContain(SCOPE, SET_UP);
    assertThat(life.status(ref)).isEqualTo(CommitmentStatus.FULFILLED);
  }

  private void theAccessionNeedsAnApprovalInBelgiumOnly(CommitmentRef ref) {
    life.fulfil(ref, BE, Map.of(APPROVAL_CHOICE, Map.of("approvalNeeded", "YES")));
    life.fulfil(ref, FR, Map.of());

    assertThat(life.done(ref, BE))
        .containsSubsequence(
            MANDATE, NEGOTIATION, AGREED_TEXT, SIGNATURE, APPROVAL_CHOICE, APPROVAL)
        .containsSubsequence(APPROVAL, ENTRY_INTO_FORCE, FINAL_EVALUATION, VALIDATE);
    assertThat(life.done(ref, FR))
        .containsExactly(TAKE_CHARGE, APPROVAL_CHOICE, FINAL_EVALUATION, VALIDATE);
    assertThat(life.status(ref)).isEqualTo(CommitmentStatus.FULFILLED);
    assertThat(life.changes(ref)).contains(CommitmentChange.Type.APPROVAL_CHOSEN);
  }

  private void aJointPositionIsAgreedCarriedAndReported() {
    CommitmentRef ref = entered(1, Track.JOINT_POSITION, FR, "S-30");
    life.fulfil(ref, BE, Map.of());
    life.fulfil(ref, FR, Map.of());

    assertThat(life.done(ref, FR))
        .containsSubsequence(TAKE_CHARGE, AGREED_LINE, CARRIED_IN_FORUM, OUTCOME, VALIDATE);
    assertThat(life.done(ref, BE))
        .containsExactly(TAKE_CHARGE, CONFIRM_LINE, FINAL_EVALUATION, VALIDATE);
    assertThat(life.status(ref)).isEqualTo(CommitmentStatus.FULFILLED);
  }

  private void aCooperationShowsThatItLivesAtIntervals() {
    CommitmentRef ref = entered(2, Track.STANDING_COOPERATION, BE, "2027-03-31/P1M");
    life.act(ref, BE, TAKE_CHARGE, Map.of());
    life.act(ref, FR, TAKE_CHARGE, Map.of());
    assertThat(life.open(ref, FR, FINAL_EVALUATION)).as("asked of the other side").isPresent();
    assertThat(life.open(ref, BE, EVIDENCE).orElseThrow().dueOn())
        .contains(new DueDate(LocalDate.of(2027, 2, 4)));

    life.act(ref, BE, EVIDENCE, report("ON_TRACK"));
    assertThat(life.open(ref, BE)).as("nothing until the interval is over").isEmpty();
    acts.extend(
        ref, DeadlineRule.parse("2027-01-20"), "Il faut finir plus tôt.", life.person("coord-be"));
    assertThat(life.commitment(ref).deadline()).hasToString("2027-01-20/P1M");
    assertThat(life.waitsUntil(ref)).as("ends with the deadline").isEqualTo("2027-01-21T00:00");
    acts.extend(
        ref, DeadlineRule.parse("2027-03-31"), "Tout compte fait.", life.person("coord-be"));
    assertThat(life.waitsUntil(ref)).isEqualTo("2027-02-05T00:00");
    life.moveTo("2027-02-05T00:00");
    assertThat(life.open(ref, BE, EVIDENCE).orElseThrow().dueOn())
        .contains(new DueDate(LocalDate.of(2027, 3, 4)));

    life.moveTo("2027-03-05T06:00");
    assertThat(life.changes(ref)).contains(CommitmentChange.Type.INTERVAL_MISSED);
    assertThat(life.open(ref, BE, EVIDENCE).orElseThrow().dueOn())
        .as("the next one still comes, and ends with the deadline")
        .contains(new DueDate(LocalDate.of(2027, 3, 31)));
    life.act(ref, BE, EVIDENCE, report("ON_TRACK"));
    life.moveTo("2027-04-01T00:00");
    assertThat(life.open(ref, BE, FINAL_EVALUATION)).isPresent();

    life.fulfil(ref, BE, Map.of());
    life.fulfil(ref, FR, Map.of());
    assertThat(life.status(ref)).isEqualTo(CommitmentStatus.FULFILLED);
  }

  private void theSummitClosesAndWhatIsOpenGoesOn() {
    CommitmentRef dropped = entered(6, Track.JOINT_POSITION, BE, "S-30");
    CommitmentRef fulfilled = entered(11, Track.LEGAL_INSTRUMENT, FR, "S-30");
    life.act(fulfilled, BE, TAKE_CHARGE, Map.of());
    int asked = closing.prepare(NEXT, life.person("coord-be"));
    assertThat(asked).isPositive();
    assertThat(closing.prepare(NEXT, life.person("coord-fr"))).isZero();
    for (PartyCode party : TestParties.BOTH) {
      life.act(
          dropped,
          party,
          DECIDE_CLOSING,
          Map.of("closingDecision", "WITHDRAW", "closingReason", "Le dossier est clos."));
    }
    for (PartyCode party : TestParties.BOTH) {
      life.act(
          fulfilled,
          party,
          DECIDE_CLOSING,
          Map.of("closingDecision", "FULFILLED", "closingReason", "L’arrangement est en vigueur."));
    }
    life.act(
        DUBLIN,
        BE,
        DECIDE_CLOSING,
        Map.of("closingDecision", "WITHDRAW", "closingReason", "La Belgique s’arrête là."));
    DueDate first = life.commitment(DUBLIN).dueOn().orElseThrow();

    MeetingClosing.NextMeeting next =
        new MeetingClosing.NextMeeting(
            AFTER,
            Texts.text("Val Duchesse 2030", "Hertoginnedal 2030"),
            LocalDate.of(2030, 5, 15),
            null);
    assertThatThrownBy(
            () -> closing.close(NEXT, LocalDate.of(2027, 5, 4), next, life.person("coord-be")))
        .hasMessageContaining("summit.notYetHeld");
    life.moveTo("2027-05-05T10:00");
    MeetingClosing.Outcome outcome =
        closing.close(NEXT, LocalDate.of(2027, 5, 4), next, life.person("coord-be"));

    assertThat(outcome.withdrawn()).containsExactly(dropped);
    assertThat(outcome.fulfilled()).containsExactly(fulfilled);
    assertThat(life.status(fulfilled)).isEqualTo(CommitmentStatus.FULFILLED);
    assertThat(life.open(fulfilled, BE)).isEmpty();
    assertThat(life.open(fulfilled, FR)).isEmpty();
    assertThat(life.status(dropped)).isEqualTo(CommitmentStatus.WITHDRAWN);
    assertThat(life.status(DUBLIN)).isEqualTo(CommitmentStatus.CARRIED_OVER);
    assertThat(life.open(DUBLIN, BE)).isEmpty();
    List<Commitment> lineage = closing.lineage(life.commitment(DUBLIN)).chain();
    assertThat(lineage).hasSize(2);
    Commitment goesOn = lineage.get(1);
    assertThat(goesOn.status()).isEqualTo(CommitmentStatus.IN_PROGRESS);
    assertThat(goesOn.slips()).isEqualTo(1);
    assertThat(goesOn.theme().meeting()).isEqualTo(NEXT);
    assertThat(goesOn.dueOn()).as("what was late stays so").contains(first);
    assertThat(life.open(goesOn.ref(), BE, MANDATE)).as("where it was").isPresent();
    assertThat(summits.next(Meetings.DEFAULT_SERIES).orElseThrow().id()).isEqualTo(AFTER);
    assertThatThrownBy(
            () -> closing.close(NEXT, LocalDate.of(2027, 5, 4), next, life.person("coord-be")))
        .hasMessageContaining("summit.held");
  }

  private CommitmentRef entered(int position, Track track, PartyCode accountable, String deadline) {
    CommitmentRef ref = CommitmentRef.of(new MeetingId("VD2018"), 1, position * 10);
    register.enter(
        List.of(
            new NewCommitment(
                ref,
                Texts.text("Étape " + position, "Stap " + position),
                null,
                track,
                TestParties.leads(
                    new MinistryCode("BE-IBZ"), new MinistryCode("FR-INT"), accountable, List.of()),
                DeadlineRule.parse(deadline),
                null,
                null)),
        new PersonId("coord-be"));
    return ref;
  }
}
