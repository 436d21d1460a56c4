package eu.jalon.reminder.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import eu.jalon.engine.ReminderPolicyReaders;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** The shipped reminder policy, and the validation of others. */
class ReminderPolicyTest {

  private static final String SHIPPED = shipped();

  @ParameterizedTest
  @CsvSource({
    "far,              21, OPERATIONAL_CAPABILITY, NORMAL, NONE",
    "far,             260, JOINT_POSITION,         HIGH,   BLOCKED",
    "aheadUsual,       20, OPERATIONAL_CAPABILITY, NORMAL, NONE",
    "aheadUsual,       11, LEGAL_INSTRUMENT,       HIGH,   AT_RISK",
    "aheadOnTrack,     15, LEGAL_INSTRUMENT,       NORMAL, ON_TRACK",
    "aheadCooperation, 12, STANDING_COOPERATION,   NORMAL, ON_TRACK",
    "aheadCooperation, 20, STANDING_COOPERATION,   HIGH,   NONE",
    "soonUsual,        10, JOINT_POSITION,         NORMAL, DONE",
    "soonHigh,          6, JOINT_POSITION,         HIGH,   NONE",
    "close,             5, STANDING_COOPERATION,   NORMAL, NONE",
    "close,             2, STANDING_COOPERATION,   HIGH,   NONE",
    "eveUsual,          1, LEGAL_INSTRUMENT,       NORMAL, AT_RISK",
    "eveBlocked,        1, LEGAL_INSTRUMENT,       NORMAL, BLOCKED",
    "due,               0, LEGAL_INSTRUMENT,       HIGH,   NONE",
    "due,              -4, LEGAL_INSTRUMENT,       NORMAL, BLOCKED",
    "overdueUsual,     -5, JOINT_POSITION,         NORMAL, NONE",
    "overdueHigh,      -9, JOINT_POSITION,         HIGH,   NONE",
    "escalatedUsual,  -10, JOINT_POSITION,         NORMAL, NONE",
    "escalatedHigh,   -39, JOINT_POSITION,         HIGH,   ON_TRACK",
    "escalatedLong,   -40, JOINT_POSITION,         NORMAL, NONE",
    "escalatedLong,  -999, JOINT_POSITION,         HIGH,   NONE"
  })
  void eachRuleMatchesItsSituations(
      String rule, int daysLeft, Track track, Priority priority, String progress) {
    ReminderSituation situation =
        new ReminderSituation(daysLeft, Step.FINAL_EVALUATION, track, priority, progress(progress));

    assertThat(table(SHIPPED).matching(situation))
        .extracting(PolicyDecision::rule)
        .containsExactly(rule);
  }

  @Test
  void theShippedPolicyIsValidAndEachRuleIsTested() {
    ReminderPolicy table = table(SHIPPED);

    assertThatCode(() -> ReminderPolicyCheck.check(table)).doesNotThrowAnyException();
    assertThat(ReminderPolicyCheck.horizon(table)).isEqualTo(20);
    assertThat(table.rules()).hasSize(15);
    assertThat(table.rules()).allSatisfy(line -> assertThat(line.remark()).isNotBlank());
    Map<String, PolicyDecision> verdicts =
        table.rules().stream().collect(Collectors.toMap(PolicyRule::id, PolicyRule::decision));
    assertThat(verdicts.get("escalatedHigh"))
        .isEqualTo(
            new PolicyDecision(
                "escalatedHigh",
                true,
                ReminderStage.ESCALATED,
                5,
                Set.of(CopyRecipient.COORDINATOR, CopyRecipient.OTHER_LEAD)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "policy.gap         | <text>[6..10]</text>     | <text>[7..10]</text>",
        "policy.overlap     | <text>[2..5]</text>      | <text>[1..5]</text>",
        "policy.hitPolicy   | hitPolicy=\"UNIQUE\"     | hitPolicy=\"FIRST\"",
        "policy.inputs      | <text>lastProgress</text> | <text>progress</text>",
        "policy.outputs     | name=\"copyTo\"        | name=\"who\"",
        "policy.decision    | id=\"reminderPolicy\" name | id=\"other\" name",
        "policy.output      | <text>\"EVE\"</text>     | <text>\"TOMORROW\"</text>",
        "policy.output      | <text>\"ALL_COORDINATORS\"</text> | <text>\"ALL\"</text>",
        "policy.output      | <text>5</text>           | <text>5 + 1</text>",
        "policy.word        | <text>\"HIGH\"</text>    | <text>\"URGENT\"</text>",
        "policy.far         | <text>&lt;= -40</text>   | <text>&lt;= -400</text>",
        "policy.notDmn      | </definitions>           | </definitionz>",
        "policy.notDmn      | <definitions             | <!DOCTYPE x><definitions",
        "policy.condition   | <text>[2..5]</text>      | <text>[2..</text>",
        "policy.language    | <inputEntry id=\"close_daysLeft\">"
            + " | <inputEntry id=\"close_daysLeft\" expressionLanguage=\"groovy\">"
      })
  void anInvalidPolicyIsRejectedWithAReason(String key, String right, String wrong) {
    assertThat(SHIPPED).contains(right);

    assertThatExceptionOfType(ValidationError.class)
        .isThrownBy(() -> ReminderPolicyCheck.check(table(SHIPPED.replace(right, wrong))))
        .extracting(ValidationError::key)
        .isEqualTo(key);
  }

  @Test
  void aPolicyMustRemindOfOverdueItems() {
    String far = entry("far_daysLeft", "> 20");
    assertRefused("policy.silent", rule("escalatedUsual", "<text>5</text>", "<text></text>"));
    assertRefused(
        "policy.silent", rule("escalatedUsual", "<text>true</text>", "<text>false</text>"));
    assertRefused("policy.unescalated", rule("escalatedLong", "ALL_COORDINATORS", "SUBSTITUTE"));
    assertThat(SHIPPED).contains(far);
    assertRefused(
        "policy.endless",
        rule("far", "<text>false</text>", "<text>true</text>")
            .replace(
                "<outputEntry id=\"far_stage\"><text></text>",
                "<outputEntry id=\"far_stage\"><text>\"AHEAD\"</text>"));
  }

  private static void assertRefused(String key, String dmn) {
    assertThat(dmn).isNotEqualTo(SHIPPED);
    assertThatExceptionOfType(ValidationError.class)
        .isThrownBy(() -> ReminderPolicyCheck.check(table(dmn)))
        .extracting(ValidationError::key)
        .isEqualTo(key);
  }

  /** The shipped policy with one replacement. */
  private static String rule(String id, String right, String wrong) {
    int from = SHIPPED.indexOf("<rule id=\"" + id + "\"");
    int to = SHIPPED.indexOf("</rule>", from);
    return SHIPPED.substring(0, from)
        + SHIPPED.substring(from, to).replace(right, wrong)
        + SHIPPED.substring(to);
  }

  private static String entry(String id, String text) {
    return "<inputEntry id=\"" + id + "\"><text>" + text.replace(">", "&gt;") + "</text>";
  }

  private static ReminderPolicy table(String dmn) {
    return ReminderPolicyReaders.dmn().read(dmn);
  }

  private static @Nullable ProgressStatus progress(String name) {
    return name.equals("NONE") ? null : ProgressStatus.valueOf(name);
  }

  private static String shipped() {
    try {
      return new ClassPathResource(ReminderPolicies.SHIPPED)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
