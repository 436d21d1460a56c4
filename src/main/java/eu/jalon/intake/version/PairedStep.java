package eu.jalon.intake.version;

import eu.jalon.intake.pair.VersionStep;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of a language version.
 *
 * @param n its number in the document, from 1
 * @param theme the title of its theme, empty where it has none
 * @param title a title made of its words
 * @param deadline the deadline that it states, in its written form
 * @param owners codes of the ministries that it names
 * @param draft number of the draft that it is paired with, null for one without a partner
 */
public record PairedStep(
    int n,
    String theme,
    String text,
    @Nullable String title,
    @Nullable String deadline,
    Set<String> owners,
    @Nullable Integer draft) {

  public PairedStep {
    owners = Set.copyOf(owners);
  }

  VersionStep compared() {
    return new VersionStep(0, text, deadline, owners);
  }
}
