package eu.jalon.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.paging.Page;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeetingMoveTest {

  private static final Map<TestDatabase, MoveFixture> OPEN = new EnumMap<>(TestDatabase.class);

  @AfterContainer
  static void close() {
    OPEN.values().forEach(MoveFixture::close);
    OPEN.clear();
  }

  @Property(tries = 60)
  void movingASummitBackRestoresEveryDateAndKeepsClosedItems(
      @ForAll TestDatabase database,
      @ForAll @IntRange(max = 1500) int first,
      @ForAll @IntRange(max = 1500) int second) {
    MoveFixture fixture = OPEN.computeIfAbsent(database, MoveFixture::ofManyKinds);
    LocalDate today = BrusselsTime.today(fixture.clock);
    fixture.move(today.plusDays(first));
    List<String> before = fixture.dates();
    List<String> done = fixture.doneItems();

    fixture.move(today.plusDays(second));
    assertThat(fixture.doneItems()).isEqualTo(done);
    assertThat(fixture.openItems())
        .isNotEmpty()
        .allSatisfy(
            item -> {
              PartyCode party = new MinistryCode(item.ministry()).party();
              assertThat(fixture.calendar.isWorkingDay(item.dueOn(), party)).isTrue();
              assertThat(item.dueOn()).isBeforeOrEqualTo(today.plusDays(second));
            });

    fixture.move(today.plusDays(first));
    assertThat(fixture.dates()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aSummitWithoutADateRemovesDueDates(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.ofManyKinds(database)) {
      LocalDate date = LocalDate.of(2027, 9, 15);
      fixture.move(date);
      List<String> before = fixture.dates();
      MeetingMove.Outcome preview =
          fixture.moves.preview(MoveFixture.NEXT, null, fixture.by, new Page.Request(0, 3));
      assertThat(preview.changes()).hasSize(3).allSatisfy(c -> assertThat(c.to()).isEmpty());
      assertThat(fixture.dates()).isEqualTo(before);

      MeetingMove.Outcome outcome = fixture.move(null);
      assertThat(outcome.commitments()).isEqualTo(preview.commitments());
      assertThat(outcome.actionItems()).isPositive();
      assertThat(fixture.itemsDueBecauseOfTheSummit()).isZero();

      fixture.move(date);
      assertThat(fixture.dates()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStaleVersionIsRejected(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.ofManyKinds(database)) {
      int version = fixture.version();
      fixture.move(LocalDate.of(2027, 9, 15));

      assertThatThrownBy(
              () ->
                  fixture.moves.move(
                      MoveFixture.NEXT, LocalDate.of(2027, 10, 15), version, null, fixture.by))
          .hasMessageContaining("summit.changed");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFailedMoveOfManyCommitmentsIsRolledBack(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 2300)) {
      List<String> before = fixture.dates();
      int version = fixture.version();
      LocalDate date = LocalDate.of(2027, 9, 15);
      fixture.failing(true);

      assertThatThrownBy(() -> fixture.move(date)).hasMessageContaining("cut off");
      assertThat(fixture.dates()).isEqualTo(before);
      assertThat(fixture.version()).isEqualTo(version);
      assertThat(fixture.changesOfDates()).isZero();

      fixture.failing(false);
      assertThat(fixture.move(date).commitments()).isEqualTo(2300);
      assertThat(fixture.dueDates()).hasSize(1);
      assertThat(fixture.changesOfDates()).isEqualTo(2300);
    }
  }
}
