package eu.jalon.actionitem.process;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.Track;
import eu.jalon.shared.Country;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as it is drawn, and where a commitment stands in it.
 *
 * @param track the track it is, absent for the follow-up itself
 * @param xml BPMN 2.0 with what is drawn and nothing that the engine alone needs
 */
public record DrawnModel(
    @Nullable Track track, int version, String xml, List<Named> names, List<Mark> marks) {

  /**
   * An element that has a name.
   *
   * @param step the step of an action item
   * @param side the country whose part it is, where the model says so
   * @param calls whether it stands for the track
   */
  public record Named(
      String element, String name, @Nullable Step step, @Nullable Country side, boolean calls) {}

  /**
   * Where the process is or was.
   *
   * @param side the country whose part it is; absent where both meet
   * @param now whether it is there; otherwise it went through
   * @param items the open action items there
   */
  public record Mark(String element, @Nullable Country side, boolean now, List<String> items) {}
}
