package eu.jalon.pages.overdue;

import eu.jalon.overview.overdue.Overdue;
import eu.jalon.overview.overdue.OverdueAge;
import eu.jalon.overview.overdue.OverdueFilter;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Grouping and filters of the overdue view as request parameters; an empty one does not filter.
 *
 * @param theme a number, or meeting and number as in {@code VD2023-2}
 * @param series the series of the list, if the address names one
 */
record OverdueQuery(
    @Nullable String by,
    @Nullable String party,
    @Nullable String ministry,
    @Nullable String theme,
    @Nullable String age,
    @Nullable String series) {

  static final String PATH = "/overdue";

  private static final Pattern THEME = Pattern.compile("(?:([A-Z]{2,5}\\d{4})-)?(\\d{1,2})");

  OverdueQuery {
    by = Choice.given(by);
    party = Choice.given(party);
    ministry = Choice.given(ministry);
    theme = Choice.given(theme);
    age = Choice.given(age);
    series = Choice.given(series);
  }

  /** The grouping; refuses unknown values. */
  Overdue.By grouping() {
    return by == null ? Overdue.By.MINISTRY : Overdue.By.of(by);
  }

  /** The filter; refuses unknown values. */
  OverdueFilter filter() {
    Integer number = null;
    MeetingId meeting = null;
    if (theme != null) {
      Matcher matcher = THEME.matcher(theme);
      if (!matcher.matches()) {
        throw ValidationError.ofValue("parameter.choice", "theme", theme, "1, VD2023-2");
      }
      number = Integer.valueOf(matcher.group(2));
      meeting = matcher.group(1) == null ? null : new MeetingId(matcher.group(1));
    }
    return new OverdueFilter(
        PartyCode.optional(party),
        ministry == null ? null : new MinistryCode(ministry),
        meeting,
        number,
        Choice.optional(OverdueAge.class, "age", age));
  }

  /** Whether anything is filtered. */
  public boolean narrows() {
    return Stream.of(party, ministry, theme, age).anyMatch(Objects::nonNull);
  }

  /** The address of the same view under another path. */
  ListLink link(String path) {
    return ListLink.to(path)
        .with(ListLink.SERIES, series)
        .with("by", by)
        .with("party", party)
        .with("ministry", ministry)
        .with("theme", theme)
        .with("age", age);
  }
}
