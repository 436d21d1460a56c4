package eu.jalon.pages.policy;

import eu.jalon.pages.frame.PageFormatter;
import java.util.Optional;

/** Describes conditions on the working days left until a due date; days after it are negative. */
record DaysLeftDescriber(PageFormatter format) {

  /** The condition as text; empty if it cannot be described. */
  Optional<String> spoken(String condition) {
    if (FeelCondition.isAny(condition)) {
      return Optional.of(format.message("condition.any"));
    }
    return FeelCondition.ranges(condition)
        .flatMap(
            ranges ->
                ranges.stream()
                    .map(this::spoken)
                    .reduce((one, other) -> format.message("condition.or", one, other)));
  }

  private String spoken(FeelCondition.Range range) {
    Integer from = range.from();
    Integer to = range.to();
    if (from != null && to != null) {
      return between(from, to);
    }
    return from == null ? upTo(to == null ? 0 : to) : downTo(from);
  }

  /** No upper bound, down to this many days left. */
  private String downTo(int from) {
    if (from > 1) {
      return format.message("condition.moreThan", from - 1);
    }
    if (from == 1) {
      return format.message("condition.before");
    }
    return from == 0
        ? format.message("condition.untilDay")
        : format.message("condition.untilLate", -from);
  }

  /** From this many days left on, without a lower bound. */
  private String upTo(int to) {
    if (to < 0) {
      return format.message("condition.lateFrom", -to);
    }
    return to == 0
        ? format.message("condition.fromDay")
        : format.message("condition.fromBefore", to);
  }

  private String between(int from, int to) {
    if (from == to) {
      return exactly(from);
    }
    if (from > 0) {
      return format.message("condition.between", from, to);
    }
    if (to < 0) {
      return format.message("condition.lateBetween", -to, -from);
    }
    if (from == 0) {
      return format.message("condition.atMost", to);
    }
    return to == 0
        ? format.message("condition.dayOrLate", -from)
        : format.message("condition.around", to, -from);
  }

  private String exactly(int days) {
    if (days == 0) {
      return format.message("condition.sameDay");
    }
    return days > 0
        ? format.message("condition.exactly", days)
        : format.message("condition.lateBy", -days);
  }
}
