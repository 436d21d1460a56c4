package eu.jalon.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.paging.Page;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeetingMoveTest {

  private record Register(TestDatabase database, MoveFixture.Members members) {}

  private static final Map<Register, MoveFixture> OPEN = new HashMap<>();

  @AfterContainer
  static void close() {
    OPEN.values().forEach(MoveFixture::close);
    OPEN.clear();
  }

  @Property(tries = 60)
  void coordinators4_movingASummitBackRestoresEveryDateAndKeepsClosedItems(
      @ForAll TestDatabase database,
      @ForAll MoveFixture.Members members,
      @ForAll @IntRange(max = 1500) int first,
      @ForAll @IntRange(max = 1500) int second) {
    MoveFixture fixture = open(database, members);
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

  @Example
  void coordinators4_everyDateThatDependsOnTheSummitFollowsIt() {
    for (TestDatabase database : TestDatabase.values()) {
      try (MoveFixture fixture = MoveFixture.ofManyKinds(database)) {
        // "Five working days after opening" decides the first date of many items.
        fixture.move(LocalDate.of(2027, 2, 22));
        Map<String, LocalDate> first = fixture.dueByOpenItem();
        List<String> dates = fixture.dates();

        fixture.move(LocalDate.of(2027, 6, 28));

        Map<String, LocalDate> after = fixture.dueByOpenItem();
        assertThat(fixture.followers())
            .hasSizeGreaterThan(20)
            .allSatisfy(id -> assertThat(after.get(id)).isAfter(first.get(id)));
        fixture.move(LocalDate.of(2027, 2, 22));
        assertThat(fixture.dates()).isEqualTo(dates);
      }
    }
  }

  @Example
  void coordinators4_aPreviewCountsTheItemsAndPeopleOfTheMove() {
    for (TestDatabase database : TestDatabase.values()) {
      try (MoveFixture fixture = MoveFixture.ofManyKinds(database)) {
        fixture.person("be-ibz", "BE-IBZ");
        fixture.person("fr-int", "FR-INT");
        fixture.move(LocalDate.of(2027, 9, 15));
        for (LocalDate date : new LocalDate[] {LocalDate.of(2027, 9, 20), null}) {
          Map<String, LocalDate> before = fixture.dueByOpenItem();
          MeetingMove.Outcome preview =
              fixture.moves.preview(MoveFixture.NEXT, date, fixture.by, new Page.Request(0, 3));
          assertThat(fixture.dueByOpenItem()).isEqualTo(before);

          MeetingMove.Outcome outcome = fixture.move(date);

          Map<String, LocalDate> after = fixture.dueByOpenItem();
          long changed =
              after.entrySet().stream()
                  .filter(item -> !Objects.equals(item.getValue(), before.get(item.getKey())))
                  .count();
          assertThat(changed).isPositive().isLessThan(after.size());
          assertThat(preview.actionItems()).isEqualTo((int) changed);
          assertThat(outcome.actionItems()).isEqualTo((int) changed);
          assertThat(preview.people()).isEqualTo(2).isEqualTo(outcome.people());
        }
        assertThat(
                fixture
                    .moves
                    .preview(MoveFixture.NEXT, null, fixture.by, new Page.Request(0, 3))
                    .people())
            .as("nothing moves any more")
            .isZero();
      }
    }
  }

  @Example
  void aDayOffOfOnePartyMovesItsDatesOnlyAndThoseOfAllComeBack() {
    for (TestDatabase database : TestDatabase.values()) {
      for (MoveFixture.Members members : MoveFixture.Members.values()) {
        MoveFixture fixture = open(database, members);
        LocalDate off = MoveFixture.OFF;
        fixture.move(off.plusDays(20));
        List<String> before = fixture.dates();

        fixture.move(off);
        assertThat(fixture.dueAtSummit())
            .hasSize(members.parties().size())
            .allSatisfy(
                (party, due) ->
                    assertThat(due)
                        .as("%s %s", members, party)
                        .hasSize(2)
                        .containsOnly(party.equals(members.last()) ? off.minusDays(1) : off));
        assertThat(fixture.dates()).isNotEqualTo(before);

        fixture.move(off.plusDays(20));
        assertThat(fixture.dates()).isEqualTo(before);
      }
    }
  }

  private static MoveFixture open(TestDatabase database, MoveFixture.Members members) {
    return OPEN.computeIfAbsent(
        new Register(database, members), key -> MoveFixture.ofManyKinds(database, members));
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
