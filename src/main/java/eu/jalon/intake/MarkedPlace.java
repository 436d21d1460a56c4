package eu.jalon.intake;

import eu.jalon.intake.document.Span;
import eu.jalon.intake.draft.BlockRole;
import eu.jalon.shared.ValidationError;

/**
 * Some words of a document that a coordinator marks.
 *
 * @param start offset of the first character
 * @param end offset after the last one
 * @param as what they are
 */
public record MarkedPlace(int start, int end, BlockRole as) {

  public MarkedPlace {
    if (start < 0 || end <= start) {
      throw ValidationError.invalid("declaration.markPlace", start, end);
    }
  }

  /** A step. */
  public MarkedPlace(int start, int end) {
    this(start, end, BlockRole.STEP);
  }

  Span span() {
    return new Span(start, end);
  }
}
