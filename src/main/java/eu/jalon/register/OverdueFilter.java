package eu.jalon.register;

import eu.jalon.shared.Country;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.OriginId;
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
    @Nullable OriginId origin,
    @Nullable Integer theme,
    @Nullable Age age) {

  public static OverdueFilter none() {
    return new OverdueFilter(null, null, null, null, null);
  }
}
