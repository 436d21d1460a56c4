package eu.jalon.commitment.deadline;

import eu.jalon.directory.Series;
import eu.jalon.directory.SeriesCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks that the default deadline of a series is a deadline rule. */
@Component
class DefaultDeadlineCheck implements SeriesCheck {

  @Override
  public void check(@Nullable Series before, Series after) {
    String rule = after.defaultDeadline();
    if (rule != null) {
      DeadlineRule.parse(rule);
    }
  }
}
