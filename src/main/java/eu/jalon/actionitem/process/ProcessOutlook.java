package eu.jalon.actionitem.process;

import eu.jalon.actionitem.form.Step;
import eu.jalon.shared.Country;
import java.util.List;

/**
 * The remaining steps and waiting periods of a commitment's process, computed from its model.
 *
 * @param toCome the remaining steps in model order
 */
public record ProcessOutlook(List<ToCome> toCome, List<Pause> pauses) {

  /** The outlook of a process that has ended. */
  public static final ProcessOutlook OVER = new ProcessOutlook(List.of(), List.of());

  /**
   * A step without an action item yet.
   *
   * @param perhaps whether the model has a path that skips it
   */
  public record ToCome(Country side, Step step, boolean perhaps) {}

  /**
   * A timer on which one country's part of the process waits.
   *
   * @param name its name in the model
   */
  public record Pause(Country side, String name) {}
}
