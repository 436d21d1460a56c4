package eu.jalon.intake;

/**
 * A part of a declaration as it was received.
 *
 * @param number of the theme or the draft it belongs to; 0 for what belongs to none
 */
public record SourcePart(Kind kind, int number, String text) {

  /** The kind of a part. */
  public enum Kind {
    PROSE,
    THEME,
    STEP
  }
}
