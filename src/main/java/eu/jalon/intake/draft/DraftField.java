package eu.jalon.intake.draft;

import eu.jalon.shared.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * A field of a draft with the origin of its value.
 *
 * @param party the party of a lead; null for the other fields
 */
public record DraftField(Name name, @Nullable PartyCode party) {

  /** The names of the fields; each party has a lead of its own. */
  public enum Name {
    TRACK,
    ACCOUNTABLE,
    LEAD,
    DEADLINE
  }

  public static final DraftField TRACK = new DraftField(Name.TRACK, null);
  public static final DraftField ACCOUNTABLE = new DraftField(Name.ACCOUNTABLE, null);
  public static final DraftField DEADLINE = new DraftField(Name.DEADLINE, null);

  public static DraftField lead(PartyCode party) {
    return new DraftField(Name.LEAD, party);
  }

  public boolean isLead() {
    return name == Name.LEAD;
  }
}
