package eu.jalon.intake.draft;

import eu.jalon.intake.document.Span;

/**
 * Where the value of a field comes from.
 *
 * @param kind who gave it
 * @param span the words of the document that state it, empty where it is not stated
 */
public record DraftOrigin(Kind kind, Span span) {

  /** The origin of a value. */
  public enum Kind {
    /** The document states it. */
    STATED,
    /** A table of words proposes it. */
    PROPOSED,
    /** A coordinator entered it. */
    CORRECTED
  }

  public static final DraftOrigin CORRECTED = new DraftOrigin(Kind.CORRECTED, Span.NONE);
  public static final DraftOrigin PROPOSED = new DraftOrigin(Kind.PROPOSED, Span.NONE);

  /** Whether the document states the value at a known place. */
  public boolean isPlaced() {
    return !span.isEmpty();
  }

  /** Offset of the words in the document. */
  public int start() {
    return span.start();
  }

  /** Offset after the words in the document. */
  public int end() {
    return span.end();
  }

  boolean isCorrected() {
    return kind == Kind.CORRECTED;
  }
}
