package eu.jalon.register;

import eu.jalon.shared.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In what order the summits of a series come: each has a date after the one before, and only the
 * last may have none, so that everybody knows which one is next.
 */
record SeriesOrder(List<Summit> summits) {

  private static final Comparator<Summit> IN_ORDER =
      Comparator.<Summit, LocalDate>comparing(
              Summit::date, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Summit::id);

  static SeriesOrder of(String series, List<Summit> all) {
    return new SeriesOrder(
        all.stream().filter(summit -> summit.series().equals(series)).sorted(IN_ORDER).toList());
  }

  /** Refuses a further summit that would not be the last one. */
  void checkNew(@Nullable LocalDate date) {
    summits.forEach(before -> checkAfter(before, date));
  }

  /** Refuses a date that would let a summit change places with another one. */
  void checkMove(Summit moved, @Nullable LocalDate date) {
    for (Summit other : summits) {
      boolean open = !other.id().equals(moved.id()) && other.status() != Summit.Status.HELD;
      if (open && IN_ORDER.compare(other, moved) < 0) {
        checkAfter(other, date);
      } else if (open) {
        checkBefore(other, moved, date);
      }
    }
  }

  private static void checkAfter(Summit before, @Nullable LocalDate date) {
    LocalDate earlier = before.date();
    if (earlier == null) {
      throw Refusal.conflict("summit.undatedFirst", before.id());
    }
    if (date != null && !date.isAfter(earlier)) {
      throw Refusal.invalid("summit.notAfter", date, before.id(), earlier);
    }
  }

  private static void checkBefore(Summit after, Summit moved, @Nullable LocalDate date) {
    if (date == null) {
      throw Refusal.conflict("summit.followed", moved.id(), after.id());
    }
    LocalDate later = after.date();
    if (later != null && !date.isBefore(later)) {
      throw Refusal.invalid("summit.notBefore", date, after.id(), later);
    }
  }
}
