package eu.jalon.actionitem.duedate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import eu.jalon.transition.MoveFixture;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A ministry that takes over the lead is not late with what another one left. */
class HandedOverItemTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final String MANDATE = "t6";
  private static final String TAKE_CHARGE = "t15";

  @ParameterizedTest
  @EnumSource
  void coordinators9_anOverdueItemGetsFiveWorkingDaysAtItsNewLead(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 15)) {
      fixture.move(LocalDate.of(2027, 9, 15));
      fixture.clock.moveTo("2027-07-26T09:00");
      assertThat(item(fixture, MANDATE).overdueDays(LocalDate.of(2027, 7, 26))).isPositive();

      handOver(fixture, MANDATE);

      ActionItemView item = item(fixture, MANDATE);
      assertThat(item.item().dueOn()).contains(new DueDate(LocalDate.of(2027, 8, 2)));
      assertThat(item.overdueDays(LocalDate.of(2027, 7, 26))).isZero();

      fixture.move(LocalDate.of(2027, 9, 22));
      assertThat(item(fixture, MANDATE).item().dueOn())
          .as("moves with the meeting")
          .contains(new DueDate(LocalDate.of(2027, 8, 9)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void coordinators9_remindersOfALateCommitmentCountFromTheHandOver(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 15)) {
      fixture.move(LocalDate.of(2027, 9, 15));
      fixture.clock.moveTo("2027-09-01T09:00");
      LocalDate today = LocalDate.of(2027, 9, 1);

      for (String id : new String[] {MANDATE, TAKE_CHARGE}) {
        handOver(fixture, id);

        ActionItemView item = item(fixture, id);
        assertThat(item.item().dueOn()).contains(new DueDate(LocalDate.of(2027, 9, 8)));
        assertThat(item.remindedFor(today, ZONE)).contains(new DueDate(LocalDate.of(2027, 8, 31)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void coordinators9_aPromiseOfTheFormerLeadDoesNotBindTheNewOne(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 15)) {
      fixture.move(LocalDate.of(2027, 9, 15));
      fixture.get(JdbcDueDates.class).setOffset(MANDATE, DueOffset.on(LocalDate.of(2027, 7, 1)));
      fixture.clock.moveTo("2027-07-26T09:00");

      handOver(fixture, MANDATE);

      assertThat(item(fixture, MANDATE).item().dueOn())
          .contains(new DueDate(LocalDate.of(2027, 8, 2)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void coordinators9_aDateFarAheadStays(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 15)) {
      fixture.move(LocalDate.of(2027, 9, 15));
      ActionItem before = item(fixture, MANDATE).item();

      handOver(fixture, MANDATE);

      assertThat(item(fixture, MANDATE).item().dueOn()).isPresent().isEqualTo(before.dueOn());
    }
  }

  private static void handOver(MoveFixture fixture, String id) {
    fixture.inTransaction(
        modules ->
            modules
                .get(ActionItemRecorder.class)
                .handedOver(ref(id), id, new MinistryCode("BE-PM")));
  }

  private static ActionItemView item(MoveFixture fixture, String id) {
    return fixture.get(ActionItems.class).of(ref(id)).stream()
        .filter(view -> view.item().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static CommitmentRef ref(String id) {
    return new CommitmentRef("VD2018-1.%02d".formatted(Integer.parseInt(id.substring(1))));
  }
}
