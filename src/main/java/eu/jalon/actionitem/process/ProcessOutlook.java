package eu.jalon.actionitem.process;

import eu.jalon.actionitem.form.Step;
import eu.jalon.shared.PartyCode;
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
  public record ToCome(PartyCode side, Step step, boolean perhaps) {}

  /**
   * A timer on which one party's part of the process waits.
   *
   * @param name its name in the model
   */
  public record Pause(PartyCode side, String name) {}
}
