package eu.jalon.actionitem.process;

import eu.jalon.commitment.Commitment;
import java.util.List;

/**
 * Port to the engine for the position of a commitment's process; the caller checks that the user
 * may see the commitment.
 */
public interface ProcessPositions {

  /** Returns the remaining steps; none if the process has ended or never existed. */
  ProcessOutlook outlook(Commitment commitment);

  /**
   * Returns the models of the process in the versions in use, the main process first; empty if
   * there was no process or its history is no longer available.
   */
  List<DrawnModel> drawn(Commitment commitment);
}
