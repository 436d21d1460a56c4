package eu.jalon.actionitem.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationErrors;
import eu.jalon.transition.MoveFixture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bulk actions change all selected commitments or none. */
class BulkActionsTest {

  private static final String REASON = "Le comité se réunit plus tard.";
  private static final DeadlineRule LATER = DeadlineRule.parse("2027-09-01");
  private static final MinistryCode JUSTICE = new MinistryCode("BE-JUS");

  @ParameterizedTest
  @EnumSource
  void allCommitmentsAreExtendedOrNone(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 8)) {
      BulkActions acts = fixture.get(BulkActions.class);

      assertRefused(
          () -> acts.extend(List.of("t1", "t7", "t2", "nowhere"), LATER, REASON, fixture.by),
          "VD2018-1.07 actionItem.closed",
          "nowhere actionItem.unknown");
      assertThat(requests(fixture)).isZero();

      assertThat(acts.extend(List.of("t1", "t2", "t1"), LATER, REASON, fixture.by).items())
          .hasSize(2);
      assertThat(requests(fixture)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMissingReasonIsReportedOnce(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 3)) {
      BulkActions acts = fixture.get(BulkActions.class);

      assertThatThrownBy(() -> acts.extend(List.of("t1", "t2"), LATER, "court", fixture.by))
          .hasMessageContaining("form.tooShort");
      assertThatThrownBy(() -> acts.extend(List.of(), LATER, REASON, fixture.by))
          .hasMessageContaining("selection.empty");
      List<String> many = IntStream.range(0, 201).mapToObj(i -> "t" + i).toList();
      assertThatThrownBy(() -> acts.extend(many, LATER, REASON, fixture.by))
          .hasMessageContaining("selection.tooMany");
      assertThat(requests(fixture)).isZero();
    }
  }

  /**
   * In the fixture every third item belongs to the Belgian lead, and every fourth is a validation.
   */
  @ParameterizedTest
  @EnumSource
  void onlyItemsOfALeadOfTheSameCountryAreReassigned(TestDatabase database) {
    try (MoveFixture fixture = MoveFixture.of(database, 13)) {
      BulkActions acts = fixture.get(BulkActions.class);
      fixture
          .get(JdbcClient.class)
          .sql(
              """
              insert into ministry (code, party, coordination, name)
              values ('BE-JUS', 'BE', false, '{"fr":"Justice"}')
              """)
          .update();

      assertRefused(
          () -> acts.reassign(List.of("t6", "t1", "t3"), JUSTICE, REASON, fixture.by),
          "VD2018-1.01 selection.otherParty",
          "VD2018-1.03 selection.notLead");
      assertThat(requests(fixture)).isZero();

      assertThat(acts.reassign(List.of("t6", "t9"), JUSTICE, REASON, fixture.by))
          .extracting(item -> item.ref().value())
          .containsExactly("VD2018-1.06", "VD2018-1.09");
      assertThat(requests(fixture)).isEqualTo(2);
    }
  }

  private static long requests(MoveFixture fixture) {
    return fixture
        .get(JdbcClient.class)
        .sql("select count(*) from commitment_request")
        .query(Long.class)
        .single();
  }

  private static void assertRefused(Runnable act, String... named) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            ValidationErrors.class,
            several ->
                assertThat(several.rejected())
                    .extracting(item -> item.item() + " " + item.error().key())
                    .containsExactlyElementsOf(Arrays.asList(named)));
  }
}
