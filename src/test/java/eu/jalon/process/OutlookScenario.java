package eu.jalon.process;

import static eu.jalon.TestParties.BE;
import static eu.jalon.TestParties.FR;
import static eu.jalon.actionitem.form.Step.AGREED_TEXT;
import static eu.jalon.actionitem.form.Step.APPROVAL;
import static eu.jalon.actionitem.form.Step.APPROVAL_CHOICE;
import static eu.jalon.actionitem.form.Step.ENTRY_INTO_FORCE;
import static eu.jalon.actionitem.form.Step.FINAL_EVALUATION;
import static eu.jalon.actionitem.form.Step.MANDATE;
import static eu.jalon.actionitem.form.Step.NEGOTIATION;
import static eu.jalon.actionitem.form.Step.SIGNATURE;
import static eu.jalon.actionitem.form.Step.VALIDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.process.DrawnModel;
import eu.jalon.actionitem.process.ProcessOutlook;
import eu.jalon.actionitem.process.ProcessPositions;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.Track;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import java.util.List;

/** What is still to come of a commitment, as its models say it. */
record OutlookScenario(SimulatedUsers life, ProcessPositions standings) {

  /** Belgium negotiates nothing yet; France has yet to take its part in charge. */
  void isReadFromTheModels(CommitmentRef ref) {
    Commitment accession = life.commitment(ref);
    assertThat(of(ref, BE))
        .containsExactly(
            NEGOTIATION,
            AGREED_TEXT,
            SIGNATURE,
            APPROVAL_CHOICE,
            APPROVAL,
            ENTRY_INTO_FORCE,
            FINAL_EVALUATION,
            VALIDATE);
    assertThat(of(ref, FR)).containsExactly(APPROVAL_CHOICE, APPROVAL, FINAL_EVALUATION, VALIDATE);
    List<DrawnModel> drawn = standings.drawn(accession);
    assertThat(drawn).extracting(DrawnModel::track).containsExactly(null, Track.LEGAL_INSTRUMENT);
    assertThat(drawn.get(0).marks())
        .filteredOn(DrawnModel.Mark::now)
        .extracting(DrawnModel.Mark::element, DrawnModel.Mark::side)
        .containsExactlyInAnyOrder(
            tuple("callActivity_track", BE), tuple("userTask_takeCharge", FR));
    assertThat(drawn.get(1).marks())
        .filteredOn(DrawnModel.Mark::now)
        .singleElement()
        .satisfies(
            mark -> {
              assertThat(mark.element()).isEqualTo("userTask_mandate");
              assertThat(mark.side()).isEqualTo(BE);
              assertThat(mark.items())
                  .containsExactly(life.open(ref, BE, MANDATE).orElseThrow().id());
            });
    assertThat(drawn.get(1).xml()).contains("userTask_mandate").doesNotContain("${", "camunda");
  }

  List<Step> of(CommitmentRef ref, PartyCode side) {
    return standings.outlook(life.commitment(ref)).toCome().stream()
        .filter(next -> next.side().equals(side))
        .map(ProcessOutlook.ToCome::step)
        .toList();
  }
}
