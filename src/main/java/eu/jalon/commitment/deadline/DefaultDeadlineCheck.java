package eu.jalon.commitment.deadline;

import eu.jalon.directory.Series;
import eu.jalon.directory.SeriesCheck;
import org.springframework.stereotype.Component;

/** Checks that the default deadline of a series is a deadline rule. */
@Component
class DefaultDeadlineCheck implements SeriesCheck {

  @Override
  public void check(Series series) {
    String rule = series.defaultDeadline();
    if (rule != null) {
      DeadlineRule.parse(rule);
    }
  }
}
