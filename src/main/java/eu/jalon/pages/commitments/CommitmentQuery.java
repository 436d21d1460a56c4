package eu.jalon.pages.commitments;

import eu.jalon.pages.frame.ListLink;
import eu.jalon.register.CommitmentFilter;
import eu.jalon.register.CommitmentStatus;
import eu.jalon.register.Health;
import eu.jalon.register.Track;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.OriginId;
import eu.jalon.shared.Refusal;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list as they stand in its address; an empty one does not filter.
 *
 * @param theme a number, or origin and number as in {@code VD2023-2}
 */
record CommitmentQuery(
    @Nullable String origin,
    @Nullable String theme,
    @Nullable String ministry,
    @Nullable String track,
    @Nullable String status,
    @Nullable String health,
    @Nullable String overdue,
    @Nullable String q,
    @Nullable String sort) {

  static final int MAX_TEXT = 200;

  private static final Pattern THEME = Pattern.compile("(?:([A-Z]{2,5}\\d{4})-)?(\\d{1,2})");

  CommitmentQuery {
    origin = given(origin);
    theme = given(theme);
    ministry = given(ministry);
    track = given(track);
    status = given(status);
    health = given(health);
    overdue = given(overdue);
    q = given(q);
    sort = given(sort);
  }

  /** The filter it means; refuses a value that does not exist. */
  CommitmentFilter filter() {
    if (q != null && q.length() > MAX_TEXT) {
      throw Refusal.invalid("list.textTooLong", q.length(), MAX_TEXT);
    }
    Integer number = null;
    String of = origin;
    if (theme != null) {
      Matcher matcher = THEME.matcher(theme);
      if (!matcher.matches()) {
        throw Refusal.invalid("list.filter", "theme", theme, "1, VD2023-2");
      }
      number = Integer.valueOf(matcher.group(2));
      of = matcher.group(1) == null ? origin : matcher.group(1);
    }
    return new CommitmentFilter(
        of == null ? null : new OriginId(of),
        number,
        ministry == null ? null : new MinistryCode(ministry),
        choice(Track.class, "track", track),
        choice(CommitmentStatus.class, "status", status),
        choice(Health.class, "health", health),
        "true".equals(overdue),
        q,
        sort == null ? CommitmentFilter.Sort.REF : CommitmentFilter.Sort.of(sort));
  }

  /** Whether anything is filtered. */
  public boolean narrows() {
    return Stream.of(origin, theme, ministry, track, status, health, overdue, q)
        .anyMatch(Objects::nonNull);
  }

  ListLink link() {
    return ListLink.to("/commitments")
        .with("origin", origin)
        .with("theme", theme)
        .with("ministry", ministry)
        .with("track", track)
        .with("status", status)
        .with("health", health)
        .with("overdue", overdue)
        .with("q", q)
        .with("sort", sort);
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static <E extends Enum<E>> @Nullable E choice(
      Class<E> type, String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "list.filter",
                    name,
                    value,
                    String.join(
                        ", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList())));
  }
}
