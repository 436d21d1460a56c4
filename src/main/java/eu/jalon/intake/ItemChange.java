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
 * The changes of a coordinator to a draft; absent parts stay unchanged.
 *
 * @param version the version of the draft that the coordinator saw
 * @param text the words of the step
 * @param leads the lead ministries that change; the leads of other parties stay
 * @param titles the titles that change, by language; an empty one is removed
 * @param restriction its new restriction
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
    @Nullable Boolean leftOut,
    @Nullable Restriction restriction) {

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
    this(version, null, titles, track, leads, accountable, associated, deadline, leftOut, null);
  }

  /** A change that leaves the restriction as it is. */
  public ItemChange(
      int version,
      @Nullable String text,
      Map<Language, String> titles,
      @Nullable Track track,
      @Nullable List<MinistryCode> leads,
      @Nullable PartyCode accountable,
      @Nullable List<MinistryCode> associated,
      @Nullable DeadlineRule deadline,
      @Nullable Boolean leftOut) {
    this(version, text, titles, track, leads, accountable, associated, deadline, leftOut, null);
  }

  /** How a commitment of a draft will be marked. */
  public enum Restriction {
    /** As its theme or series says. */
    DEFAULT,
    RESTRICTED,
    NOT_RESTRICTED;

    @Nullable Boolean restricted() {
      return this == DEFAULT ? null : Boolean.valueOf(this == RESTRICTED);
    }

    /** The restriction of a draft. */
    public static Restriction of(@Nullable Boolean restricted) {
      return restricted == null ? DEFAULT : restricted ? RESTRICTED : NOT_RESTRICTED;
    }
  }
}
