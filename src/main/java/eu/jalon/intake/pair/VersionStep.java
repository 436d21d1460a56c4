package eu.jalon.intake.pair;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of one language version, as far as it can be compared with a step in another language.
 *
 * @param theme the place of its theme among the themes of the document, from 0
 * @param text its words
 * @param deadline the deadline that it states, in its written form; null where it states none
 * @param owners codes of the ministries that it names
 */
public record VersionStep(int theme, String text, @Nullable String deadline, Set<String> owners) {

  public VersionStep {
    owners = Set.copyOf(owners);
  }
}
