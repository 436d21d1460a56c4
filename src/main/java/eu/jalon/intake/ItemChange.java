package eu.jalon.intake;

import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator changes in a draft; absent parts stay as they are.
 *
 * @param version the version of the draft that the coordinator saw
 * @param text the words of the step
 * @param leads the lead ministries that change; the leads of other parties stay
 * @param titles the titles that change, by language; an empty one is removed
 */
public record ItemChange(
    int version,
    @Nullable String text,
    Map<Language, String> titles,
    @Nullable Track track,
    @Nullable List<MinistryCode> leads,
    @Nullable PartyCode accountable,
    @Nullable List<MinistryCode> associated,
    @Nullable DeadlineRule deadline,
    @Nullable Boolean leftOut) {

  /** A change of the fields that the page of a draft shows. */
  public ItemChange(
      int version,
      Map<Language, String> titles,
      @Nullable Track track,
      @Nullable List<MinistryCode> leads,
      @Nullable PartyCode accountable,
      @Nullable List<MinistryCode> associated,
      @Nullable DeadlineRule deadline,
      @Nullable Boolean leftOut) {
    this(version, null, titles, track, leads, accountable, associated, deadline, leftOut);
  }
}
