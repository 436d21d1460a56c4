package eu.jalon.process;

import static eu.jalon.TestParties.BE;
import static eu.jalon.TestParties.FR;
import static eu.jalon.actionitem.form.Step.CONFIRM_LINE;
import static eu.jalon.actionitem.form.Step.DECIDE_EXTENSION;
import static eu.jalon.actionitem.form.Step.DECIDE_REASSIGNMENT;
import static eu.jalon.actionitem.form.Step.FINAL_EVALUATION;
import static eu.jalon.actionitem.form.Step.LEGAL_BASIS;
import static eu.jalon.actionitem.form.Step.SCOPE;
import static eu.jalon.actionitem.form.Step.TAKE_CHARGE;
import static eu.jalon.actionitem.form.Step.VALIDATE;
import static eu.jalon.process.SimulatedUsers.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.Map;

/** What is asked of commitments and done with them while they run. */
final class RequestScenarios {

  /** Enters a commitment at a position, with its track, accountable party and deadline rule. */
  interface Entry {
    CommitmentRef of(int position, Track track, PartyCode accountable, String deadline);
  }

  private final SimulatedUsers life;
  private final CommitmentActions acts;
  private final Entry entry;

  RequestScenarios(SimulatedUsers life, CommitmentActions acts, Entry entry) {
    this.life = life;
    this.acts = acts;
    this.entry = entry;
  }

  void aDeadlineIsAskedForRefusedAskedAgainAndGranted() {
    CommitmentRef ref = entry.of(3, Track.JOINT_POSITION, BE, "2027-04-20");
    DeadlineRule later = DeadlineRule.parse("2027-06-30");
    acts.extend(ref, later, "Le conseil a été reporté.", life.person("be-ibz"));
    assertThatThrownBy(() -> acts.extend(ref, later, "Encore une fois.", life.person("coord-be")))
        .isInstanceOf(ValidationError.class)
        .hasMessageContaining("request.pending");
    life.act(
        ref,
        BE,
        DECIDE_EXTENSION,
        Map.of("requestDecision", "REFUSE", "decisionReason", "Le conseil a lieu en mai."));
    assertThat(life.commitment(ref).deadline()).hasToString("2027-04-20");

    acts.extend(ref, later, "Le conseil est reporté à juin.", life.person("be-ibz"));
    life.act(
        ref,
        BE,
        DECIDE_EXTENSION,
        Map.of("requestDecision", "GRANT", "decisionReason", "C’est confirmé."));
    assertThat(life.commitment(ref).dueOn()).contains(new DueDate(LocalDate.of(2027, 6, 30)));
    acts.extend(ref, DeadlineRule.parse("S-10"), "Avant le sommet.", life.person("coord-fr"));
    assertThat(life.commitment(ref).deadline()).hasToString("S-10");
    assertThat(life.open(ref, BE)).extracting(item -> item.step()).containsOnly(TAKE_CHARGE);
    assertThat(life.changes(ref))
        .contains(
            CommitmentChange.Type.EXTENSION_ASKED,
            CommitmentChange.Type.EXTENSION_REFUSED,
            CommitmentChange.Type.DUE_DATE);
  }

  void aLeadIsChangedByRequestAndByACoordinator() {
    CommitmentRef ref = entry.of(4, Track.OPERATIONAL_CAPABILITY, BE, "S-20");
    life.act(ref, BE, TAKE_CHARGE, Map.of());
    acts.reassign(
        ref, new MinistryCode("BE-DEF"), "La Défense s’en charge.", life.person("be-ibz"));
    life.act(
        ref,
        BE,
        DECIDE_REASSIGNMENT,
        Map.of("requestDecision", "REFUSE", "decisionReason", "Pas de base légale."));
    assertThat(life.open(ref, BE, SCOPE).orElseThrow().ministry().value()).isEqualTo("BE-IBZ");

    acts.reassign(ref, new MinistryCode("BE-DEF"), "Accord trouvé.", life.person("coord-be"));
    assertThat(life.open(ref, BE, SCOPE).orElseThrow().ministry().value()).isEqualTo("BE-DEF");
    life.act(ref, BE, SCOPE, report("DONE"));
    assertThat(life.open(ref, BE, LEGAL_BASIS).orElseThrow().ministry().value())
        .isEqualTo("BE-DEF");
    assertThatThrownBy(
            () ->
                acts.reassign(
                    ref, new MinistryCode("FR-JUS"), "Pas à elle.", life.person("coord-be")))
        .hasMessageContaining("request.otherParty");
    assertThatThrownBy(
            () -> acts.extend(ref, DeadlineRule.parse("S-5"), "Trop tôt.", life.person("be-ibz")))
        .hasMessageContaining("commitment.unknown");
  }

  void aCommitmentIsSplitAndItsPartWithdrawn() {
    CommitmentRef ref = entry.of(5, Track.JOINT_POSITION, FR, "S-30");
    CommitmentRef part =
        acts.split(
            ref,
            Texts.text("Porter la partie maritime", "Het maritieme deel verdedigen"),
            "Deux enceintes différentes.",
            life.person("coord-fr"));
    assertThat(life.status(part)).isEqualTo(CommitmentStatus.IN_PROGRESS);
    assertThat(life.open(part, BE, TAKE_CHARGE)).isPresent();
    assertThat(life.open(ref, BE, TAKE_CHARGE)).as("goes on with the rest").isPresent();

    acts.withdraw(part, "Sans objet depuis l’accord.", life.person("coord-be"));
    assertThat(life.status(part)).isEqualTo(CommitmentStatus.WITHDRAWN);
    assertThat(life.open(part, BE)).isEmpty();
    assertThat(life.open(part, FR)).isEmpty();
    assertThatThrownBy(() -> acts.withdraw(part, "Une seconde fois.", life.person("coord-be")))
        .hasMessageContaining("commitment.closed");
  }

  void whatIsFulfilledLeavesNothingOpen() {
    CommitmentRef ref = entry.of(7, Track.JOINT_POSITION, BE, "S-30");
    life.fulfil(ref, BE, Map.of());
    acts.extend(ref, DeadlineRule.parse("S-10"), "Pour la forme.", life.person("fr-int"));
    life.act(ref, FR, TAKE_CHARGE, Map.of());
    life.act(ref, FR, CONFIRM_LINE, report("DONE"));
    life.act(ref, FR, FINAL_EVALUATION, report("DONE"));
    life.act(ref, FR, VALIDATE, Map.of("decision", "FULFILLED"));

    assertThat(life.status(ref)).isEqualTo(CommitmentStatus.FULFILLED);
    assertThat(life.open(ref, FR)).as("the decision that nobody needs any more").isEmpty();
    assertThat(acts.pendingRequests(ref)).isEmpty();
  }
}
