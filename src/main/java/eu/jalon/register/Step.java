package eu.jalon.register;

import eu.jalon.shared.Refusal;
import java.util.Arrays;

/** What an action item asks of its ministry; the model names it in each task's properties. */
public enum Step {
  TAKE_CHARGE("takeCharge"),
  REPORT_PROGRESS("reportProgress"),
  VALIDATE("validate");

  private final String key;

  Step(String key) {
    this.key = key;
  }

  /** The name used in models, message bundles and the API. */
  public String key() {
    return key;
  }

  public static Step of(String key) {
    return Arrays.stream(values())
        .filter(step -> step.key.equals(key))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("step.unknown", key));
  }
}
