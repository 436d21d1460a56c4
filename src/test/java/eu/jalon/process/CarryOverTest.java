package eu.jalon.process;

import static eu.jalon.TestParties.BE;
import static eu.jalon.TestParties.FR;
import static eu.jalon.actionitem.form.Step.APPROVAL_CHOICE;
import static eu.jalon.actionitem.form.Step.CONTRIBUTION;
import static eu.jalon.actionitem.form.Step.DECIDE_CLOSING;
import static eu.jalon.actionitem.form.Step.DECIDE_EXTENSION;
import static eu.jalon.actionitem.form.Step.EVIDENCE;
import static eu.jalon.actionitem.form.Step.FINAL_EVALUATION;
import static eu.jalon.actionitem.form.Step.LEGAL_BASIS;
import static eu.jalon.actionitem.form.Step.MANDATE;
import static eu.jalon.actionitem.form.Step.NEGOTIATION;
import static eu.jalon.actionitem.form.Step.SCOPE;
import static eu.jalon.actionitem.form.Step.TAKE_CHARGE;
import static eu.jalon.actionitem.form.Step.VALIDATE;
import static eu.jalon.process.SimulatedUsers.report;
import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestParties;
import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.autosave.FormAutosaves;
import eu.jalon.actionitem.duedate.ActionItemExtensions;
import eu.jalon.actionitem.evidence.EvidenceFile;
import eu.jalon.actionitem.evidence.EvidenceFiles;
import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.action.Correction;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.commitment.request.ClosingDecision;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.reminder.ReminderAnswers;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.transition.ClosingUndo;
import eu.jalon.transition.MeetingClosing;
import eu.jalon.transition.closing.ClosingAnswers;
import eu.jalon.transition.correction.CommitmentCorrections;
import eu.jalon.transition.correction.CommitmentReopening;
import eu.jalon.transition.proposal.Proposals;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** What a commitment keeps when it is carried over, and when that is taken back. */
@Tag("integration")
@Tag("isolated")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"jalon.schedule.enabled=false", "camunda.bpm.job-execution.enabled=false"})
@Import({CommitmentProcessTest.Time.class, SimulatedUsers.class})
@ActiveProfiles("demo")
abstract class CarryOverTest {

  private static final String REASON = "Les deux pays en sont d’accord.";
  private static final MeetingId NEXT = new MeetingId("VD2027");
  private static final MeetingId AFTER = new MeetingId("VD2029");
  private static final LocalDate HELD_ON = LocalDate.of(2027, 5, 4);

  @Autowired private SimulatedUsers life;
  @Autowired private CommitmentEntry register;
  @Autowired private Meetings meetings;
  @Autowired private Parties parties;
  @Autowired private Directory directory;
  @Autowired private Commitments commitments;
  @Autowired private CommitmentActions acts;
  @Autowired private CommitmentCorrections corrections;
  @Autowired private ActionItems items;
  @Autowired private ActionItemExtensions extensions;
  @Autowired private Proposals proposals;
  @Autowired private FormAutosaves autosaves;
  @Autowired private EvidenceFiles evidence;
  @Autowired private MeetingClosing closing;
  @Autowired private ClosingUndo undo;
  @Autowired private ClosingAnswers answers;
  @Autowired private CommitmentReopening reopening;
  @Autowired private ReminderAnswers pauses;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void begin() {
    life.moveTo("2027-01-04T09:00");
  }

  @Test
  void coordinators2_whatIsCarriedOverGoesOnWhereItWasAndAnUndoRestoresIt() {
    meetings.add(new Theme(new MeetingId("VD2018"), 1, Texts.text("Essais", "Proeven")));
    CommitmentRef blocked = entered(1, Track.LEGAL_INSTRUMENT, "S-30");
    CommitmentRef late = entered(2, Track.OPERATIONAL_CAPABILITY, "2027-02-01");
    CommitmentRef standing = entered(3, Track.STANDING_COOPERATION, "2027-12-31/P6M");
    EvidenceFile file = theLegalInstrumentIsBlockedInItsNegotiation(blocked);
    life.fulfil(late, FR, Map.of());
    life.act(late, BE, TAKE_CHARGE, Map.of());
    theCooperationHasGivenItsEvidence(standing);
    life.moveTo("2027-05-04T10:00");
    String draft = life.open(blocked, BE, NEGOTIATION).orElseThrow().id();
    autosaves.save(draft, Map.of("progressText", "À compléter"), life.person("be-ibz"));
    pauses.pause(draft, LocalDate.of(2027, 5, 14), life.person("be-ibz"));
    acts.extend(late, DeadlineRule.parse("2027-06-01"), REASON, life.person("be-ibz"));
    proposals.withdraw(blocked, REASON, life.person("coord-fr"));
    closing.prepare(NEXT, life.person("coord-be"));
    List<String> before = state();

    carryOver(NEXT, AFTER);

    Commitment goesOn = continued(blocked);
    assertThat(goesOn.health()).isEqualTo(Health.BLOCKED);
    assertThat(goesOn.priority()).isEqualTo(Priority.HIGH);
    assertThat(goesOn.slips()).isEqualTo(1);
    assertThat(steps(goesOn.ref(), BE)).containsExactly(NEGOTIATION);
    assertThat(steps(goesOn.ref(), FR)).containsExactly(APPROVAL_CHOICE);
    assertThat(life.done(goesOn.ref(), BE)).containsExactly(TAKE_CHARGE, MANDATE, NEGOTIATION);
    assertThat(commitments.reports(goesOn.ref()))
        .extracting(ProgressReport::text)
        .containsExactly("Le travail avance comme prévu.", "Le travail avance comme prévu.");
    assertThat(evidence.of(goesOn.ref())).extracting(EvidenceFile::id).containsExactly(file.id());
    assertThat(life.changes(goesOn.ref()))
        .contains(CommitmentChange.Type.TAKEN_IN_CHARGE, CommitmentChange.Type.REPORTED)
        .contains(CommitmentChange.Type.CARRIED_OVER);
    ActionItem item = life.open(goesOn.ref(), BE, NEGOTIATION).orElseThrow();
    assertThat(item.assignee()).isEqualTo(new PersonId("be-ibz"));
    assertThat(item.overdueDays(goesOn.dueOn().orElseThrow(), LocalDate.of(2027, 5, 5)))
        .as("what was overdue stays so")
        .isPositive();
    assertThat(autosaves.of(item.id(), life.person("be-ibz")))
        .containsEntry("progressText", "À compléter");
    assertThat(state()).contains(goesOn.ref() + " negotiation paused 2027-05-14");

    Commitment stillLate = continued(late);
    assertThat(stillLate.dueOn()).contains(new DueDate(LocalDate.of(2027, 2, 1)));
    assertThat(steps(stillLate.ref(), BE)).containsExactly(SCOPE);
    assertThat(steps(stillLate.ref(), FR)).as("France has validated").isEmpty();
    assertThat(steps(continued(standing).ref(), BE)).as("evidence was given").isEmpty();
    assertThat(steps(continued(standing).ref(), FR)).containsExactly(FINAL_EVALUATION);

    undo.carryOut(NEXT, REASON, life.person("coord-be"));
    assertThat(state()).as("also what waited for an answer").containsExactlyElementsOf(before);
    life.act(
        late,
        BE,
        DECIDE_EXTENSION,
        Map.of("requestDecision", "REFUSE", "decisionReason", "Le sommet a eu lieu."));

    carryOver(NEXT, AFTER);
    restrict(continued(blocked));
    assertThat(commitments.get(blocked, life.person("coord-be")).restricted()).isTrue();
    assertThat(commitments.get(late, life.person("coord-be")).restricted()).isFalse();
    life.fulfil(continued(late).ref(), BE, Map.of());
    assertThat(life.status(continued(late).ref())).isEqualTo(CommitmentStatus.FULFILLED);
    life.fulfil(continued(blocked).ref(), BE, Map.of());
    life.fulfil(continued(blocked).ref(), FR, Map.of());
    assertThat(life.status(continued(blocked).ref())).isEqualTo(CommitmentStatus.FULFILLED);
  }

  private void restrict(Commitment commitment) {
    Correction correction =
        new Correction(Map.of(), Map.of(), null, null, null, Map.of(), null, null, true);
    corrections.correct(
        commitment.ref(), correction, commitment.version(), REASON, life.person("coord-be"));
  }

  @Test
  void coordinators2_eachOfThreePartiesGoesOnAtItsStep() {
    PartyCode dutch = new PartyCode("NL");
    PartyCode luxembourg = new PartyCode("LU");
    CommitmentRef ref =
        new SeriesScenarios(life, parties, directory, meetings, register, acts)
            .entered("TR", List.of(BE, dutch, luxembourg), dutch);
    life.act(ref, dutch, TAKE_CHARGE, Map.of());
    life.act(ref, dutch, SCOPE, report("DONE"));
    life.act(ref, luxembourg, TAKE_CHARGE, Map.of());
    life.act(ref, luxembourg, CONTRIBUTION, report("AT_RISK"));
    life.fulfil(ref, BE, Map.of());
    life.moveTo("2027-05-05T10:00");
    List<String> before = state();

    carryOver(new MeetingId("TR2027"), new MeetingId("TR2029"));
    undo.carryOut(new MeetingId("TR2027"), REASON, life.person("coord-be"));
    assertThat(state()).containsExactlyElementsOf(before);
    carryOver(new MeetingId("TR2027"), new MeetingId("TR2029"));

    Commitment goesOn = continued(ref);
    assertThat(steps(goesOn.ref(), dutch)).containsExactly(LEGAL_BASIS);
    assertThat(steps(goesOn.ref(), luxembourg)).containsExactly(CONTRIBUTION);
    assertThat(steps(goesOn.ref(), BE)).isEmpty();
    assertThat(life.done(goesOn.ref(), BE)).contains(VALIDATE);
    assertThat(goesOn.health()).isEqualTo(Health.AT_RISK);

    life.moveTo("2029-05-06T10:00");
    closing.close(
        new MeetingId("TR2029"),
        LocalDate.of(2029, 5, 5),
        new MeetingClosing.NextMeeting(
            new MeetingId("TR2031"), Texts.text("Ensuite", null), null, null),
        life.person("coord-be"));
    CommitmentRef twice = continued(goesOn.ref()).ref();
    assertThat(steps(twice, dutch)).containsExactly(LEGAL_BASIS);
    assertThat(steps(twice, BE)).as("validated two meetings ago").isEmpty();
    assertThat(commitments.reports(twice)).hasSameSizeAs(commitments.reports(ref));
    life.fulfil(twice, dutch, Map.of());
    life.fulfil(twice, luxembourg, Map.of());
    assertThat(life.status(twice)).isEqualTo(CommitmentStatus.FULFILLED);
  }

  @Test
  void coordinators10_anAnswerOfThePageCompletesTheActionItemThatAsksForIt() {
    PartyCode dutch = new PartyCode("NL");
    CommitmentRef ref =
        new SeriesScenarios(life, parties, directory, meetings, register, acts)
            .entered("FO", List.of(BE, dutch), dutch);
    MeetingId meeting = new MeetingId("FO2027");
    Person belgian = life.person("coord-be");
    assertThat(closing.unprepared(meeting)).isOne();
    closing.prepare(meeting, belgian);
    assertThat(closing.unprepared(meeting)).isZero();
    assertThat(life.open(ref, BE, DECIDE_CLOSING)).isPresent();

    answers.answer(meeting, List.of(ref), ClosingDecision.WITHDRAW, REASON, belgian);

    assertThat(life.open(ref, BE, DECIDE_CLOSING)).isEmpty();
    assertThat(life.open(ref, dutch, DECIDE_CLOSING)).as("the others are still asked").isPresent();
    assertThat(life.changes(ref))
        .filteredOn(CommitmentChange.Type.CLOSING_CHOSEN::equals)
        .as("recorded once")
        .hasSize(1);
    answers.answer(meeting, List.of(ref), ClosingDecision.FULFILLED, REASON, belgian);
    assertThat(answers.rows(meeting, belgian).get(0).answers())
        .isEqualTo(Map.of(BE, ClosingDecision.FULFILLED));
  }

  @Test
  void agreeingToAClosingEndsTheQuestionsOfThatParty() {
    PartyCode dutch = new PartyCode("NL");
    CommitmentRef ref =
        new SeriesScenarios(life, parties, directory, meetings, register, acts)
            .entered("AG", List.of(BE, dutch), dutch);
    MeetingId meeting = new MeetingId("AG2027");
    closing.prepare(meeting, life.person("coord-be"));
    answers.answer(
        meeting, List.of(ref), ClosingDecision.WITHDRAW, REASON, life.person("coord-nl"));

    answers.agree(meeting, REASON, life.person("coord-be"));

    assertThat(life.open(ref, BE, DECIDE_CLOSING)).isEmpty();
    assertThat(answers.rows(meeting).get(0).answers())
        .isEqualTo(Map.of(BE, ClosingDecision.WITHDRAW, dutch, ClosingDecision.WITHDRAW));
  }

  @Test
  void anUndoAsksThePartiesAgainThatWereAskedAndHadNotAnswered() {
    PartyCode dutch = new PartyCode("NL");
    CommitmentRef ref =
        new SeriesScenarios(life, parties, directory, meetings, register, acts)
            .entered("UN", List.of(BE, dutch), dutch);
    MeetingId meeting = new MeetingId("UN2027");
    Person belgian = life.person("coord-be");
    closing.prepare(meeting, belgian);
    answers.answer(meeting, List.of(ref), ClosingDecision.CARRY_OVER, REASON, belgian);
    List<String> before = state();

    carryOver(meeting, new MeetingId("UN2029"), LocalDate.of(2027, 1, 4));
    undo.carryOut(meeting, REASON, belgian);

    assertThat(state()).containsExactlyElementsOf(before);
    assertThat(life.open(ref, dutch, DECIDE_CLOSING)).isPresent();
    assertThat(life.open(ref, BE, DECIDE_CLOSING)).as("it has answered").isEmpty();
    assertThat(closing.unprepared(meeting)).isZero();
  }

  @Test
  void anUndoDoesNotAskWhatWasAskedBeforeAWithdrawal() {
    PartyCode dutch = new PartyCode("NL");
    CommitmentRef ref =
        new SeriesScenarios(life, parties, directory, meetings, register, acts)
            .entered("WD", List.of(BE, dutch), dutch);
    MeetingId meeting = new MeetingId("WD2027");
    Person belgian = life.person("coord-be");
    closing.prepare(meeting, belgian);
    answers.answer(meeting, List.of(ref), ClosingDecision.FULFILLED, REASON, belgian);
    acts.withdraw(ref, REASON, belgian);
    life.moveTo("2027-01-04T10:00");
    reopening.reopen(ref, REASON, belgian);
    assertThat(closing.unprepared(meeting)).as("no answer counts any more").isOne();

    carryOver(meeting, new MeetingId("WD2029"), LocalDate.of(2027, 1, 4));
    undo.carryOut(meeting, REASON, belgian);

    assertThat(life.open(ref, dutch, DECIDE_CLOSING)).isEmpty();
    closing.prepare(meeting, belgian);
    assertThat(life.open(ref, BE, DECIDE_CLOSING)).isPresent();
    assertThat(life.open(ref, dutch, DECIDE_CLOSING)).isPresent();
  }

  private EvidenceFile theLegalInstrumentIsBlockedInItsNegotiation(CommitmentRef ref) {
    Person ministry = life.person("be-ibz");
    life.act(ref, BE, TAKE_CHARGE, Map.of("takeChargeNote", "Le service juridique est saisi."));
    life.act(ref, FR, TAKE_CHARGE, Map.of());
    ActionItem choice = life.open(ref, FR, APPROVAL_CHOICE).orElseThrow();
    extensions.extend(
        choice.id(), extensions.latest(choice.id()).orElseThrow(), REASON, life.person("fr-int"));
    life.act(ref, BE, MANDATE, report("DONE"));
    String item = life.open(ref, BE, NEGOTIATION).orElseThrow().id();
    EvidenceFile file =
        evidence.add(item, "mandat.txt", "Accordé".getBytes(StandardCharsets.UTF_8), ministry);
    life.act(ref, BE, NEGOTIATION, report("BLOCKED"));
    items.assign(life.open(ref, BE, NEGOTIATION).orElseThrow().id(), ministry.id(), ministry);
    acts.prioritise(ref, Priority.HIGH, REASON, life.person("coord-be"));
    return file;
  }

  private void theCooperationHasGivenItsEvidence(CommitmentRef ref) {
    life.act(ref, BE, TAKE_CHARGE, Map.of());
    life.act(ref, FR, TAKE_CHARGE, Map.of());
    life.act(ref, BE, EVIDENCE, report("ON_TRACK"));
  }

  private void carryOver(MeetingId meeting, MeetingId next) {
    carryOver(meeting, next, HELD_ON);
  }

  private void carryOver(MeetingId meeting, MeetingId next, LocalDate heldOn) {
    closing.close(
        meeting,
        heldOn,
        new MeetingClosing.NextMeeting(
            next, Texts.text("Le suivant", "De volgende"), LocalDate.of(2029, 5, 5), null),
        life.person("coord-be"));
  }

  private Commitment continued(CommitmentRef ref) {
    List<Commitment> chain = closing.lineage(life.commitment(ref)).chain();
    return chain.get(chain.size() - 1);
  }

  private List<Step> steps(CommitmentRef ref, PartyCode party) {
    return life.open(ref, party).stream().map(ActionItem::step).toList();
  }

  /** All that is open, as ministries and coordinations see it. */
  private List<String> state() {
    return jdbc.sql(
            """
            select concat_ws(' ', c.ref, c.status, c.due_meeting_id, c.due_on, c.health, c.priority)
            from commitment c
            where c.status = 'IN_PROGRESS'
            union all
            select concat_ws(' ', i.ref, i.step, i.ministry, i.due_on, i.due_offset, i.assignee,
                             i.created_at)
            from action_item i
            where i.status = 'OPEN'
            union all
            select concat_ws(' ', i.ref, i.step, a.person_id, a.field, a.content)
            from form_autosave a
            join action_item i on i.id = a.action_item_id
            union all
            select concat_ws(' ', i.ref, i.step, 'paused', p.until_on)
            from reminder_pause p
            join action_item i on i.id = p.action_item_id
            union all
            select concat_ws(' ', r.ref, r.kind, r.status, i.step, i.status)
            from commitment_request r
            left join action_item i on i.id = r.action_item_id
            where r.status = 'ASKED'
            union all
            select concat_ws(' ', p.ref, p.kind, p.status)
            from proposal p
            where p.status = 'OPEN'
            order by 1
            """)
        .query(String.class)
        .list();
  }

  private CommitmentRef entered(int position, Track track, String deadline) {
    CommitmentRef ref = CommitmentRef.of(new MeetingId("VD2018"), 1, position);
    register.enter(
        List.of(
            new NewCommitment(
                ref,
                Texts.text("Étape " + position, "Stap " + position),
                null,
                track,
                TestParties.leads(
                    new MinistryCode("BE-IBZ"), new MinistryCode("FR-INT"), BE, List.of()),
                DeadlineRule.parse(deadline),
                null,
                null)),
        new PersonId("coord-be"));
    return ref;
  }
}
