package eu.jalon.directory;

import eu.jalon.shared.LocalText;
import eu.jalon.shared.PartyCode;

/** The names of parties. */
@FunctionalInterface
public interface PartyNames {

  /** Returns the name of a party, or its code if the directory has no such party. */
  LocalText name(PartyCode code);
}
