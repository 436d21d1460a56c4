package eu.jalon.overview.overdue;

import eu.jalon.shared.Country;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import org.jspecify.annotations.Nullable;

/**
 * Which overdue items are asked for; an absent part does not filter.
 *
 * @param country whose ministry the item is with
 * @param theme a number, of the origin where one is named
 */
public record OverdueFilter(
    @Nullable Country country,
    @Nullable MinistryCode ministry,
    @Nullable MeetingId origin,
    @Nullable Integer theme,
    @Nullable OverdueAge age) {

  public static OverdueFilter none() {
    return new OverdueFilter(null, null, null, null, null);
  }
}
