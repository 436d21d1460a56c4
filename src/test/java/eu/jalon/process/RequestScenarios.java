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

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.duedate.ActionItemExtensions;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.request.CommitmentRequest;
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
  private final ActionItemExtensions extensions;
  private final Entry entry;

  RequestScenarios(
      SimulatedUsers life, CommitmentActions acts, ActionItemExtensions extensions, Entry entry) {
    this.life = life;
    this.acts = acts;
    this.extensions = extensions;
    this.entry = entry;
  }

  void aDeadlineIsAskedForRefusedAskedAgainAndGranted() {
    CommitmentRef ref = entry.of(3, Track.JOINT_POSITION, BE, "2027-04-20");
    DeadlineRule later = DeadlineRule.parse("2027-04-27");
    acts.extend(ref, later, "Le conseil a été reporté.", life.person("be-ibz"));
    assertThatThrownBy(() -> acts.extend(ref, later, "Encore une fois.", life.person("coord-be")))
        .isInstanceOf(ValidationError.class)
        .hasMessageContaining("request.pending");
    life.act(
        ref,
        BE,
        DECIDE_EXTENSION,
        Map.of("requestDecision", "REFUSE", "decisionReason", "Le conseil a lieu le 20."));
    assertThat(life.commitment(ref).deadline()).hasToString("2027-04-20");
    assertThatThrownBy(
            () -> acts.extend(ref, DeadlineRule.parse("S-999"), "Avant.", life.person("coord-be")))
        .as("names the day, not the rule")
        .hasMessageContaining("request.past [20")
        .hasMessageNotContaining("S-999");

    acts.extend(ref, later, "Le conseil est reporté d’une semaine.", life.person("be-ibz"));
    life.act(
        ref,
        BE,
        DECIDE_EXTENSION,
        Map.of("requestDecision", "GRANT", "decisionReason", "C’est confirmé."));
    assertThat(life.commitment(ref).dueOn()).contains(new DueDate(LocalDate.of(2027, 4, 27)));
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

  /** Its new lead gets five working days, and nobody has taken it over yet. */
  void anItemThatAPersonTookAloneGoesToAnotherLead() {
    CommitmentRef ref = entry.of(16, Track.JOINT_POSITION, BE, "2027-04-20");
    ActionItem item = life.takeAlone(ref, BE, TAKE_CHARGE);
    assertThat(item.dueOn()).contains(new DueDate(LocalDate.of(2027, 4, 8)));
    life.moveTo("2027-04-02T09:00");

    acts.reassign(ref, new MinistryCode("BE-DEF"), "La Défense suit.", life.person("coord-be"));

    ActionItem handedOver = life.open(ref, BE, TAKE_CHARGE).orElseThrow();
    assertThat(handedOver.id()).isEqualTo(item.id());
    assertThat(handedOver.assignee()).isNull();
    assertThat(handedOver.dueOn()).contains(new DueDate(LocalDate.of(2027, 4, 9)));
    life.fulfil(ref, BE, Map.of());
    life.fulfil(ref, FR, Map.of());
  }

  /** More time for this action, and the answer is recorded. */
  void moreTimeIsAskedForOneActionItem() {
    CommitmentRef ref = entry.of(14, Track.JOINT_POSITION, BE, "2027-06-30");
    ActionItem item = life.open(ref, BE, TAKE_CHARGE).orElseThrow();
    DueDate other = life.open(ref, FR, TAKE_CHARGE).orElseThrow().dueOn().orElseThrow();
    LocalDate wanted = extensions.latest(item.id()).orElseThrow();
    LocalDate granted = wanted.minusWeeks(1);
    assertThatThrownBy(
            () ->
                extensions.extend(
                    item.id(), wanted.plusDays(1), "C’est trop loin.", life.person("be-ibz")))
        .hasMessageContaining("request.itemTooLate");
    assertThatThrownBy(
            () ->
                extensions.extend(
                    item.id(),
                    item.dueOn().orElseThrow().day(),
                    "Le même jour.",
                    life.person("be-ibz")))
        .hasMessageContaining("request.itemNotLater");
    assertThatThrownBy(
            () -> extensions.extend(item.id(), wanted, "Pas à nous.", life.person("fr-int")))
        .hasMessageContaining("request.otherItem");

    extensions.extend(item.id(), wanted, "L’équipe est en mission.", life.person("be-ibz"));
    CommitmentRequest asked = acts.pendingRequests(ref).get(0);
    assertThat(asked.item()).contains(item.id());
    assertThatThrownBy(() -> acts.retract(ref, asked.id(), life.person("fr-int")))
        .hasMessageContaining("request.notYours");
    acts.retract(ref, asked.id(), life.person("be-ibz"));
    assertThat(acts.pendingRequests(ref)).isEmpty();
    assertThat(life.open(ref, BE, DECIDE_EXTENSION)).as("nothing is left to decide").isEmpty();
    assertThatThrownBy(() -> acts.retract(ref, asked.id(), life.person("be-ibz")))
        .hasMessageContaining("request.decided");

    extensions.extend(item.id(), wanted, "L’équipe est en mission.", life.person("be-ibz"));
    life.act(
        ref,
        BE,
        DECIDE_EXTENSION,
        Map.of(
            "requestDecision",
            "GRANT",
            "otherDate",
            granted.toString(),
            "decisionReason",
            "Une semaine de moins."));
    assertThat(life.open(ref, BE, TAKE_CHARGE).orElseThrow().dueOn().orElseThrow().day())
        .as("a working day")
        .isBetween(granted.minusDays(5), granted);
    assertThat(life.open(ref, FR, TAKE_CHARGE).orElseThrow().dueOn()).contains(other);
    assertThat(life.commitment(ref).deadline()).hasToString("2027-06-30");
    assertThat(acts.requests(ref))
        .singleElement()
        .satisfies(
            decided -> {
              assertThat(decided.status()).isEqualTo(CommitmentRequest.Status.APPLIED);
              assertThat(decided.granted()).isEqualTo(granted.toString());
              assertThat(decided.decisionReason()).isEqualTo("Une semaine de moins.");
            });

    extensions.extend(item.id(), wanted, "Encore une semaine.", life.person("be-ibz"));
    life.act(ref, BE, TAKE_CHARGE, Map.of());
    assertThat(life.open(ref, BE, DECIDE_EXTENSION)).as("the item is done").isEmpty();
    assertThat(life.changes(ref))
        .contains(
            CommitmentChange.Type.EXTENSION_GRANTED, CommitmentChange.Type.EXTENSION_RETRACTED);
  }

  /** "Not ours" need not name the other ministry. */
  void theCoordinatorsChooseAnotherLead() {
    CommitmentRef ref = entry.of(15, Track.JOINT_POSITION, BE, "2027-06-30");
    assertThatThrownBy(() -> acts.handBack(ref, "À un autre.", life.person("coord-be")))
        .hasMessageContaining("request.missing");
    acts.handBack(ref, "Cela ne relève pas de nous.", life.person("be-ibz"));
    acts.retract(ref, acts.pendingRequests(ref).get(0).id(), life.person("be-ibz"));
    assertThat(life.open(ref, BE, DECIDE_REASSIGNMENT)).isEmpty();

    acts.handBack(ref, "Cela ne relève pas de nous.", life.person("be-ibz"));
    assertThat(life.open(ref, BE, DECIDE_REASSIGNMENT).orElseThrow().dueOn())
        .as("the coordinators are reminded of it")
        .isPresent();
    assertThatThrownBy(
            () ->
                life.act(
                    ref,
                    BE,
                    DECIDE_REASSIGNMENT,
                    Map.of("requestDecision", "GRANT", "decisionReason", "D’accord avec vous.")))
        .hasMessageContaining("request.ministryMissing");
    life.act(
        ref,
        BE,
        DECIDE_REASSIGNMENT,
        Map.of(
            "requestDecision",
            "GRANT",
            "otherMinistry",
            "BE-DEF",
            "decisionReason",
            "La Défense a accepté."));
    assertThat(life.open(ref, BE, TAKE_CHARGE).orElseThrow().ministry().value())
        .isEqualTo("BE-DEF");
    assertThat(life.changes(ref))
        .contains(
            CommitmentChange.Type.REASSIGNMENT_GRANTED,
            CommitmentChange.Type.REASSIGNMENT_RETRACTED);
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
