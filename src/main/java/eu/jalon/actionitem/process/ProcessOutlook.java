package eu.jalon.actionitem.process;

import eu.jalon.actionitem.form.Step;
import eu.jalon.shared.Country;
import java.util.List;

/**
 * What the process of a commitment still holds, by its model.
 *
 * @param toCome in the order of the model
 */
public record ProcessOutlook(List<ToCome> toCome, List<Pause> pauses) {

  /** Nothing is to come. */
  public static final ProcessOutlook OVER = new ProcessOutlook(List.of(), List.of());

  /**
   * A step that nobody was asked for yet.
   *
   * @param perhaps whether the model has a way around it
   */
  public record ToCome(Country side, Step step, boolean perhaps) {}

  /**
   * Where one side waits for a day, and for nobody.
   *
   * @param name what the model calls it
   */
  public record Pause(Country side, String name) {}
}
