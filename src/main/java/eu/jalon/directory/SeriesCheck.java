package eu.jalon.directory;

import eu.jalon.shared.ValidationError;
import org.jspecify.annotations.Nullable;

/** Checks what the directory alone cannot judge in a series. */
public interface SeriesCheck {

  /**
   * Checks a series before it is entered or changed.
   *
   * @param before the series as it is; absent for a new one
   * @throws ValidationError if it cannot be entered as described
   */
  void check(@Nullable Series before, Series after);
}
