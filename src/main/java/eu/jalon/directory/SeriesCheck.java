package eu.jalon.directory;

import eu.jalon.shared.ValidationError;

/** Checks what the directory alone cannot judge in a series: its default deadline. */
public interface SeriesCheck {

  /** Checks a series; throws a {@link ValidationError} for a deadline rule that cannot be read. */
  void check(Series series);
}
