package eu.jalon.meeting;

import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chronological order of the summits of a series: each date is after the previous one, and only
 * the last summit may have no date.
 */
public record SeriesOrder(List<Meeting> summits) {

  private static final Comparator<Meeting> IN_ORDER =
      Comparator.<Meeting, LocalDate>comparing(
              Meeting::date, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Meeting::id);

  public static SeriesOrder of(String series, List<Meeting> all) {
    return new SeriesOrder(
        all.stream().filter(summit -> summit.series().equals(series)).sorted(IN_ORDER).toList());
  }

  /** Rejects the date of a new summit that would not be the last of the series. */
  void checkNew(@Nullable LocalDate date) {
    summits.forEach(before -> checkAfter(before, date));
  }

  /** Rejects a date that would change the order of the summits. */
  public void checkMove(Meeting moved, @Nullable LocalDate date) {
    for (Meeting other : summits) {
      boolean open = !other.id().equals(moved.id()) && other.status() != Meeting.Status.HELD;
      if (open && IN_ORDER.compare(other, moved) < 0) {
        checkAfter(other, date);
      } else if (open) {
        checkBefore(other, moved, date);
      }
    }
  }

  private static void checkAfter(Meeting before, @Nullable LocalDate date) {
    LocalDate earlier = before.date();
    if (earlier == null) {
      throw ValidationError.conflict("summit.undatedFirst", before.id());
    }
    if (date != null && !date.isAfter(earlier)) {
      throw ValidationError.invalid("summit.notAfter", date, before.id(), earlier);
    }
  }

  private static void checkBefore(Meeting after, Meeting moved, @Nullable LocalDate date) {
    if (date == null) {
      throw ValidationError.conflict("summit.followed", moved.id(), after.id());
    }
    LocalDate later = after.date();
    if (later != null && !date.isBefore(later)) {
      throw ValidationError.invalid("summit.notBefore", date, after.id(), later);
    }
  }
}
