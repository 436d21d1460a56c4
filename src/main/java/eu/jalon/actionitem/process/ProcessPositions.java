package eu.jalon.actionitem.process;

import eu.jalon.commitment.Commitment;
import java.util.List;

/**
 * Port: where the process of a commitment stands, as the engine remembers it. Who may see the
 * commitment may see this; to ask is the caller's part.
 */
public interface ProcessPositions {

  /** What is still to come; nothing for one that is over or never had a process. */
  ProcessOutlook outlook(Commitment commitment);

  /**
   * The models it runs through, in the versions that it runs on, the follow-up first; none for one
   * that never had a process, and where its history is no longer kept.
   */
  List<DrawnModel> drawn(Commitment commitment);
}
