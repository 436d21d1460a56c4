package eu.jalon.overview.overdue;

import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * The filter of overdue items; an absent value does not filter.
 *
 * @param party the party of the item's ministry
 * @param theme a theme number, of the given meeting if there is one
 */
public record OverdueFilter(
    @Nullable PartyCode party,
    @Nullable MinistryCode ministry,
    @Nullable MeetingId meeting,
    @Nullable Integer theme,
    @Nullable OverdueAge age) {

  public static OverdueFilter none() {
    return new OverdueFilter(null, null, null, null, null);
  }
}
