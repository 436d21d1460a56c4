package eu.jalon.pages.declarations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.ValidationError;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ResolvableType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.ServletRequestDataBinder;

/** The deadline of a draft as fields, without the written form of rules. */
class DueFormTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S-60/P6M",
        "S-30",
        "S-20wd",
        "S-20wd/P14D",
        "2027-03-31",
        "2027-03-31/P1M",
        "2027-06-05..2027-09-08",
        "2027-06-05..2027-09-08/P6M"
      })
  void coordinators20_everyRuleIsShownInFieldsAndReadBack(String rule) {
    DueForm form = DueForm.of(DeadlineRule.parse(rule));

    assertThat(form.deadline()).hasToString(rule);
    assertThat(form.toString()).doesNotContain("S-", "/P");
  }

  @Test
  void coordinators20_theFieldsOfADraftAreItsDeadline() {
    DraftForm form =
        bound(
            Map.of(
                "version", "3",
                "due.rule", "days",
                "due.days", "60",
                "due.every", "6",
                "due.everyUnit", "months"));

    assertThat(form.due().deadline()).hasToString("S-60/P6M");
    assertThat(bound(Map.of("version", "3")).due().deadline()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"days, 3, deadline.interval", "workingDays, '', page.parameter"})
  void coordinators20_aRefusalNamesNoRule(String rule, String number, String key) {
    DueForm form = new DueForm(rule, "30", number, null, null, null, number, "days");

    assertThatThrownBy(form::deadline)
        .isInstanceOf(ValidationError.class)
        .hasMessageContaining(key)
        .hasMessageNotContaining("S-");
  }

  private static DraftForm bound(Map<String, String> parameters) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    parameters.forEach(request::addParameter);
    ServletRequestDataBinder binder = new ServletRequestDataBinder(null, "typed");
    binder.setTargetType(ResolvableType.forClass(DraftForm.class));
    binder.construct(request);
    return (DraftForm) Objects.requireNonNull(binder.getTarget());
  }
}
