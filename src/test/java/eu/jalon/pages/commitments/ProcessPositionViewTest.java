package eu.jalon.pages.commitments;

import static eu.jalon.pages.commitments.ProcessPositionView.State.DONE;
import static eu.jalon.pages.commitments.ProcessPositionView.State.DROPPED;
import static eu.jalon.pages.commitments.ProcessPositionView.State.NOW;
import static eu.jalon.pages.commitments.ProcessPositionView.State.TO_COME;
import static eu.jalon.pages.commitments.ProcessPositionView.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.jalon.TestParties;
import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.process.ProcessOutlook;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Process position and due date history of a commitment's page. */
class ProcessPositionViewTest {

  private static final CommitmentRef REF = new CommitmentRef("VD2023-2.01");
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

  @Test
  void eachCountryHasItsStepsWithWhatIsDoneFirstAndWhatComesLast() {
    List<ActionItem> items =
        List.of(
            item("BE-IBZ", Step.TAKE_CHARGE, ActionItem.Status.DONE),
            item("FR-INT", Step.TAKE_CHARGE, ActionItem.Status.OPEN),
            item("BE-IBZ", Step.MANDATE, ActionItem.Status.DONE),
            item("BE-PM", Step.DECIDE_EXTENSION, ActionItem.Status.DROPPED),
            item("BE-IBZ", Step.MANDATE, ActionItem.Status.OPEN));
    ProcessOutlook outlook =
        new ProcessOutlook(
            List.of(
                new ProcessOutlook.ToCome(TestParties.BE, Step.APPROVAL, true),
                new ProcessOutlook.ToCome(TestParties.FR, Step.FINAL_EVALUATION, false)),
            List.of(new ProcessOutlook.Pause(TestParties.FR, "Fin de l’intervalle")));

    List<ProcessPositionView> stands =
        ProcessPositionView.of(new TreeSet<>(TestParties.BOTH), items, outlook);

    assertThat(stands.get(0).lines())
        .extracting(
            ProcessPositionView.Line::state,
            ProcessPositionView.Line::step,
            ProcessPositionView.Line::earlier,
            ProcessPositionView.Line::perhaps)
        .containsExactly(
            tuple(DONE, Step.TAKE_CHARGE, 1, false),
            tuple(DROPPED, Step.DECIDE_EXTENSION, 0, false),
            tuple(NOW, Step.MANDATE, 1, false),
            tuple(TO_COME, Step.APPROVAL, 0, true));
    assertThat(stands.get(1).lines())
        .extracting(ProcessPositionView.Line::state)
        .containsExactly(NOW, WAITING, TO_COME);
  }

  @Test
  void aDateTellsWhereItWasAndWhatMovedIt() {
    List<CommitmentChange> latestFirst =
        List.of(
            change(CommitmentChange.Type.DUE_DATE, "2027-05-01", "2027-08-01"),
            change(CommitmentChange.Type.REPORTED, "BE-IBZ", "AT_RISK"),
            change(CommitmentChange.Type.ENTERED, null, "2027-05-01"));

    DueDateHistoryView story =
        DueDateHistoryView.of(latestFirst, Optional.of(LocalDate.of(2027, 5, 1)), TODAY);

    assertThat(story.moved()).isTrue();
    assertThat(story.slippedDays()).isEqualTo(92);
    assertThat(story.turns())
        .extracting(DueDateHistoryView.Turn::date, DueDateHistoryView.Turn::last)
        .containsExactly(
            tuple(LocalDate.of(2027, 5, 1), false), tuple(LocalDate.of(2027, 8, 1), true));
    assertThat(story.points())
        .extracting(DueDateHistoryView.Point::x)
        .isSorted()
        .allMatch(x -> x >= 0 && x <= DueDateHistoryView.WIDTH);
    assertThat(story.todayX()).isLessThan(story.points().get(0).x());
  }

  @Test
  void theDateOfAnEarlierReferenceComesFirstAndASummitWithoutDateHasNone() {
    DueDateHistoryView carried =
        DueDateHistoryView.of(
            List.of(change(CommitmentChange.Type.ENTERED, null, "2030-04-01")),
            Optional.of(LocalDate.of(2027, 5, 1)),
            TODAY);
    DueDateHistoryView undated =
        DueDateHistoryView.of(
            List.of(
                change(CommitmentChange.Type.DUE_DATE, "2027-05-01", null),
                change(CommitmentChange.Type.ENTERED, null, "2027-05-01")),
            Optional.of(LocalDate.of(2027, 5, 1)),
            TODAY);

    assertThat(carried.turns()).hasSize(2);
    assertThat(carried.turns().get(0).change()).isNull();
    assertThat(undated.turns().get(1).date()).isNull();
    assertThat(undated.points()).hasSize(1);
    assertThat(
            DueDateHistoryView.of(
                    List.of(change(CommitmentChange.Type.ENTERED, null, null)),
                    Optional.empty(),
                    TODAY)
                .moved())
        .isFalse();
  }

  @Test
  void everyNameThatAModelGivesHasAWordInTheReadersLanguage() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
        names.addAll(names(Files.readString(file)));
      }
    }

    assertThat(names).hasSizeGreaterThan(30).allMatch(ModelNames.KEYS::containsKey);
    assertThat(ModelNames.KEYS.keySet()).allMatch(names::contains);
  }

  /** Elements of the models that are not steps of action items, which have their own terms. */
  private static List<String> names(String model) {
    List<String> names = new ArrayList<>();
    Matcher matcher =
        Pattern.compile(
                "<bpmn:(startEvent|endEvent|intermediateCatchEvent|boundaryEvent|exclusiveGateway"
                    + "|parallelGateway|subProcess|serviceTask|sequenceFlow) id=\"[^\"]+\""
                    + " name=\"([^\"]+)\"")
            .matcher(model);
    while (matcher.find()) {
      names.add(matcher.group(2).replace('\u00a0', ' '));
    }
    return names;
  }

  private static CommitmentChange change(
      CommitmentChange.Type what, @Nullable String from, @Nullable String to) {
    return new CommitmentChange(REF, what, from, to, null, Instant.EPOCH, new PersonId("coord-be"));
  }

  private static ActionItem item(String ministry, Step step, ActionItem.Status status) {
    return new ActionItem(
        ministry + step + status,
        REF,
        step,
        new MinistryCode(ministry),
        null,
        null,
        status,
        Instant.EPOCH,
        null,
        null);
  }
}
