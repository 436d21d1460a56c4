package eu.jalon.directory;

import eu.jalon.shared.Country;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;

/**
 * An owner organisation of one country.
 *
 * @param coordination whether it is its country's coordinating team
 */
public record Ministry(MinistryCode code, boolean coordination, LocalText name) {

  public Country country() {
    return code.country();
  }
}
