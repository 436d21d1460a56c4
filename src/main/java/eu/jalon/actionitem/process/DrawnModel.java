package eu.jalon.actionitem.process;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Track;
import eu.jalon.shared.PartyCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process model for display, with the position of a commitment in it.
 *
 * @param track the track that the model implements, absent for the main process
 * @param xml BPMN 2.0 reduced to what is displayed
 */
public record DrawnModel(
    @Nullable Track track, int version, String xml, List<Named> names, List<Mark> marks) {

  /**
   * A named element.
   *
   * @param step the step of an action item
   * @param calls whether it is the call activity of the track
   */
  public record Named(String element, String name, @Nullable Step step, boolean calls) {}

  /**
   * An element that the process has reached.
   *
   * @param side the party that performs it; absent if no single party does
   * @param now whether it is active; otherwise it is completed
   * @param items the ids of its open action items
   */
  public record Mark(String element, @Nullable PartyCode side, boolean now, List<String> items) {}
}
