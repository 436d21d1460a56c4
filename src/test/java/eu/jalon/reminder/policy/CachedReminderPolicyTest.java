package eu.jalon.reminder.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import eu.jalon.engine.ReminderPolicyReaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Cached decisions equal those of the policy. */
class CachedReminderPolicyTest {

  /** Delegates to another policy and records the situations it evaluates. */
  private record Counted(ReminderPolicy table, List<ReminderSituation> asked)
      implements ReminderPolicy {

    @Override
    public List<PolicyRule> rules() {
      return table.rules();
    }

    @Override
    public List<PolicyDecision> matching(ReminderSituation situation) {
      asked.add(situation);
      return table.matching(situation);
    }

    @Override
    public Set<String> mentioned(Input input) {
      return table.mentioned(input);
    }
  }

  private final Counted table = new Counted(shipped(), new ArrayList<>());
  private final CachedReminderPolicy policy = new CachedReminderPolicy(table);

  @Test
  void aCachedDecisionIsThatOfThePolicy() {
    for (int days : new int[] {15, 8, 1, -7}) {
      for (Step step : List.of(Step.TAKE_CHARGE, Step.EVIDENCE, Step.VALIDATE)) {
        for (Track track : Track.values()) {
          for (Priority priority : Priority.values()) {
            for (ProgressStatus progress : ProgressStatus.values()) {
              ReminderSituation situation =
                  new ReminderSituation(days, step, track, priority, progress);
              assertThat(policy.decide(situation))
                  .isEqualTo(table.table().matching(situation).get(0));
            }
          }
        }
      }
    }
  }

  @Test
  void equivalentSituationsAreEvaluatedOnce() {
    for (Step step : Step.values()) {
      for (Track track : Track.values()) {
        policy.decide(new ReminderSituation(15, step, track, Priority.HIGH, null));
      }
    }

    assertThat(table.asked()).as("standing cooperations, and all others").hasSize(2);
  }

  @Test
  void daysBetweenTwoThatRulesMentionAreEvaluatedOnce() {
    for (int days = -60; days <= 40; days++) {
      ReminderSituation situation = lateStart(days);
      assertThat(policy.decide(situation))
          .as("%d days left", days)
          .isEqualTo(table.table().matching(situation).get(0));
    }

    assertThat(table.asked())
        .extracting(ReminderSituation::daysLeft)
        .doesNotHaveDuplicates()
        .hasSizeLessThan(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"modulo(?, 7) = 0", "> 10 -5", "> 1.5"})
  void daysOfAConditionThatComputesAreEvaluatedOneByOne(String condition) {
    PolicyRule shipped = table.rules().get(0);
    PolicyRule computing =
        new PolicyRule(
            shipped.id(),
            Map.of(ReminderPolicy.Input.DAYS_LEFT, condition),
            shipped.decision(),
            "");
    List<ReminderSituation> asked = new ArrayList<>();
    CachedReminderPolicy cached =
        new CachedReminderPolicy(
            new ReminderPolicy() {
              @Override
              public List<PolicyRule> rules() {
                return List.of(computing);
              }

              @Override
              public List<PolicyDecision> matching(ReminderSituation situation) {
                asked.add(situation);
                return List.of(computing.decision());
              }

              @Override
              public Set<String> mentioned(Input input) {
                return input == Input.DAYS_LEFT ? Set.of("7", "0") : Set.of();
              }
            });

    IntStream.range(20, 30).forEach(days -> cached.decide(lateStart(days)));

    assertThat(asked).hasSize(10);
  }

  private static ReminderSituation lateStart(int days) {
    return new ReminderSituation(
        days, Step.TAKE_CHARGE, Track.LEGAL_INSTRUMENT, Priority.HIGH, null);
  }

  private static ReminderPolicy shipped() {
    try {
      return ReminderPolicyReaders.dmn()
          .read(
              new ClassPathResource(ReminderPolicies.SHIPPED)
                  .getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
